// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace news {

/// What a repair did.
struct RepairReport {
  std::vector<std::string> restored;  ///< what is as it was, a line each
  std::vector<std::string> lost;      ///< an article each, with what is known of it
  std::uint64_t kept = 0;             ///< articles written again out of damaged segments
  std::uint64_t revision = 0;
};

/// Makes an archive sound again. Small files that all else hangs on (manifest, dictionary,
/// tombstones, lexicons) come back from their copies; a segment with damage is written again from
/// the articles that can be proved right, with those it has lost reported one by one. Damaged
/// segments stay on the disk until 'prune'. Throws Error(ErrorCode::damaged) when a file is lost
/// without which nothing can be read, Error(ErrorCode::locked).
RepairReport repair_archive(const std::filesystem::path& archive, unsigned threads,
                            const std::atomic<bool>& stop);

}  // namespace news
