// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace news {

struct BackupReport {
  std::uint64_t revision = 0, articles = 0, files = 0, bytes = 0;
  std::uint64_t linked = 0;  ///< of the files, hard links; the others are copies
};

/// Makes `target` (a new or empty directory) an archive of the revision in force, by hard links
/// where the file system allows, else by copies. Needs no lock: another process may write
/// meanwhile. Throws Error(ErrorCode::usage), Error(ErrorCode::failed).
BackupReport backup(const std::filesystem::path& archive, const std::filesystem::path& target);

}  // namespace news
