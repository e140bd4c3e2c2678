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

}  // namespace news
