// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

struct VerifyResult {
  std::vector<std::string> problems;  ///< a line each, naming the file
  std::vector<std::string> orphans;   ///< files that no manifest in force names
  std::uint64_t articles = 0, files = 0, bytes = 0;
};

/// Reads every byte of every file of the revision in force against its checksum, then, when those
/// agree, checks that articles, words, columns, ids and postings count the same. Throws Error only
/// when there is no readable manifest.
VerifyResult verify_archive(const std::filesystem::path& archive);

}  // namespace news
