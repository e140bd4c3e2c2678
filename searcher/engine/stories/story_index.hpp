// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/archive/archives.hpp"

namespace news {

/// The stories of archives that are searched as one, numbered through: those of an archive after
/// those of the one before, and none is of two. An article is named by its segment's place in
/// Archives::segments(). `archives` must outlive the object. Thread-safe.
class StoryIndex {
 public:
  /// O(segments).
  explicit StoryIndex(const Archives& archives);
  /// No article has a copy.
  bool empty() const { return size_ == 0; }
  StoryNumber size() const { return size_; }
  /// That of an article, if it has a copy. O(log of those of its segment that have one).
  std::optional<StoryNumber> find(std::uint32_t segment, DocId doc_id) const;
  /// The articles of a story, earliest first. `story` < size().
  std::vector<StoryMember> members(StoryNumber story) const;
  /// Calls visit(members, first) for each story: what its members call their segment is counted
  /// from `first`.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (const auto& part : parts_)
      for (StoryNumber n = 0; n < part.stories->size(); ++n)
        visit(part.stories->members(n), part.first_segment);
  }

 private:
  struct Part {
    const Stories* stories;
    StoryNumber first;  // number of its first story here
    std::uint32_t first_segment;
  };
  std::vector<Part> parts_;             // by archive
  std::vector<std::uint32_t> part_of_;  // by segment
  StoryNumber size_ = 0;
};

}  // namespace news
