// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// Every file below an archive's directory, by its path from there, sorted. A writer may be at work
/// meanwhile.
std::vector<std::string> list_files(const std::filesystem::path& archive);

/// Files of a directory that no manifest in force names: left by interrupted runs, by earlier
/// revisions, by compaction. Relative to the archive, sorted. Other people's files are not among
/// them: only names that this program gives.
std::vector<std::string> unneeded_files(const std::filesystem::path& archive);

struct PruneReport {
  std::uint64_t files = 0, bytes = 0;
};

/// Removes them. The caller holds the writer's lock. Readers that hold an older revision open keep
/// what they have open.
PruneReport prune(const std::filesystem::path& archive);

struct BackupReport {
  std::uint64_t revision = 0, articles = 0, files = 0, bytes = 0;
  std::uint64_t linked = 0;  ///< of the files, hard links; the others are copies
};

/// Makes `target` (a new or empty directory) an archive of the revision in force, by hard links
/// where the file system allows, else by copies. Needs no lock: another process may write
/// meanwhile. Throws Error(ErrorCode::usage), Error(ErrorCode::damaged).
BackupReport backup(const std::filesystem::path& archive, const std::filesystem::path& target);

}  // namespace news
