// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

struct VerifyOptions {
  /// Analyse every article again, in a directory of its own below TMPDIR, and compare.
  bool deep = false;
  unsigned threads = 0;  ///< of the deep check; 0: all cores
};

struct VerifyResult {
  std::vector<std::string> problems;  ///< a line each, naming the file
  std::vector<std::string> orphans;   ///< files that no manifest in force names
  std::uint64_t articles = 0, files = 0, bytes = 0;
};

/// Reads every byte of every file of the revision in force against its checksum, then, when those
/// agree, checks that articles, words, columns, ids and postings count the same. Each check runs in
/// a process of its own and may crash. Throws Error only when there is no readable manifest.
VerifyResult verify_archive(const std::filesystem::path& archive, const VerifyOptions& options);

}  // namespace news
