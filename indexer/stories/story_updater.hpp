// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "common/archive/archive.hpp"
#include "common/archive/stories.hpp"

namespace news {

/// A revision that is about to be committed: its segments are written and synced.
struct NextRevision {
  const std::filesystem::path& archive;
  const Manifest& manifest;
  const std::map<std::string, Tombstones>& dead;  ///< by name of the segment
};

/// Groups all live articles. `threads` 0: all cores. Throws Error(ErrorCode::damaged).
Stories group_all(const NextRevision& next, unsigned threads);

/// The same, from what the revision before had, whose window is the same: only articles of segments
/// that it had not, and those of stories that have lost a member, are compared with others. Throws
/// Error(ErrorCode::damaged).
Stories update_stories(const NextRevision& next, const Manifest& before, unsigned threads);

}  // namespace news
