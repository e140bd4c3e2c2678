// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/archive/archive.hpp"

namespace news {

/// Of archives, in the order in which they were named.
using Revisions = std::vector<std::uint64_t>;

/// Archives that are searched as one: their segments, one after the other. An article that two of
/// them hold is two articles here. Reading is for one thread.
class Archives {
 public:
  /// Opens the revision in force of each. Throws Error(ErrorCode::usage) if a directory is named
  /// twice, Error(ErrorCode::damaged).
  explicit Archives(std::span<const std::string> paths);
  std::span<const Archive> all() const { return archives_; }
  /// Of all archives; hits name a segment by its place here.
  std::span<Segment* const> segments() const { return segments_; }
  /// The archive that a segment is of, by its place in segments(). O(archives).
  const Archive& of(std::uint32_t segment) const;
  /// The place in segments() of the first segment of one of all().
  std::uint32_t first_segment(const Archive& archive) const;
  Revisions revisions() const;

 private:
  std::vector<Archive> archives_;
  std::vector<Segment*> segments_;
};

}  // namespace news
