// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "common/archive/article_set.hpp"
#include "common/archive/manifest.hpp"

namespace news {

using StoryNumber = std::uint32_t;

/// An article by its segment's place in the archive.
struct StoryMember {
  std::uint32_t segment = 0;
  DocId doc_id = 0;
  friend bool operator==(const StoryMember&, const StoryMember&) = default;
};

/// Which live articles of a revision are copies of one another. A story has two articles or more,
/// and every article is in one story at most; one that has no copy is in none. A story is known by
/// the id of its earliest article: numbers mean nothing in another revision. Immutable,
/// thread-safe.
class Stories {
 public:
  /// None.
  Stories() = default;
  /// `members`: by story, earliest article first (by date as searches sort it, the undated last,
  /// then by id). `segments`: how many the archive has.
  Stories(std::vector<std::vector<StoryMember>> members, std::size_t segments);
  /// What the manifest's stories file says; none when it names none. Throws
  /// Error(ErrorCode::damaged).
  static Stories read(const std::filesystem::path& archive, const Manifest& manifest);
  /// Writes and syncs a file that read() reads.
  FileSum write(const std::filesystem::path& path) const;

  StoryNumber size() const { return static_cast<StoryNumber>(starts_.size() - 1); }
  /// In all stories together.
  std::size_t articles() const { return members_.size(); }
  std::span<const StoryMember> members(StoryNumber story) const {
    return std::span(members_).subspan(starts_[story], starts_[story + 1] - starts_[story]);
  }
  struct Grouped {
    DocId doc_id;
    StoryNumber story;
  };
  /// The articles of a segment that are in a story, ascending.
  std::span<const Grouped> of(std::uint32_t segment) const { return by_segment_[segment]; }

 private:
  void index(std::size_t segments);

  std::vector<std::uint32_t> starts_ = {0};  // of each story in members_, and the end
  std::vector<StoryMember> members_;
  std::vector<std::vector<Grouped>> by_segment_;
};

}  // namespace news
