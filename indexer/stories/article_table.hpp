// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/archive/archive.hpp"
#include "common/archive/stories.hpp"
#include "indexer/segment/sketch.hpp"

namespace news {

/// An article by its place among all of a revision, segment by segment.
using ArticleNumber = std::uint32_t;

/// The days that a date may mean, since 1970-01-01: one of a date with a day, all for undated.
struct DaySpan {
  // Far from what a date can be, and from overflow when a window is added.
  std::int32_t first = std::numeric_limits<std::int32_t>::min() / 4;
  std::int32_t last = std::numeric_limits<std::int32_t>::max() / 4;
  bool dated() const { return first > std::numeric_limits<std::int32_t>::min() / 4; }
};
/// `packed`: of pack_date.
DaySpan day_span(std::int64_t packed);
/// True if they may be at most so many days apart.
inline bool are_within(const DaySpan& a, const DaySpan& b, std::int32_t days) {
  return a.first - b.last <= days && b.first - a.last <= days;
}

/// What grouping has to know of the articles of a revision that need not be in force yet. Opens no
/// posting list. Const members are thread-safe, except id().
class ArticleTable {
 public:
  /// `dead`: by segment, the articles that are not live. The sketches of segments without a file of
  /// them are made, on so many threads. Throws Error(ErrorCode::damaged).
  ArticleTable(const std::filesystem::path& archive, const Manifest& revision,
               const std::map<std::string, Tombstones>& dead, unsigned threads);

  ArticleNumber size() const { return starts_.back(); }
  std::size_t segments() const { return stores_.size(); }
  ArticleNumber number(const StoryMember& member) const {
    return starts_[member.segment] + member.doc_id;
  }
  StoryMember member(ArticleNumber n) const;  ///< n < size()
  /// The articles of a segment begin here, those of the next after them.
  ArticleNumber begin(std::size_t segment) const { return starts_[segment]; }
  bool live(ArticleNumber n) const { return live_[n]; }
  std::int64_t date(ArticleNumber n) const;  ///< packed
  void sketch(ArticleNumber n, Sketch& out) const;
  std::string id(ArticleNumber n) const;
  const ArticleStore& store(std::size_t segment) const { return *stores_[segment]; }

 private:
  std::vector<std::unique_ptr<ArticleStore>> stores_;
  std::vector<ArticleNumber> starts_{0};
  std::vector<SectionFile> columns_;
  std::vector<std::span<const std::int64_t>> dates_;
  std::vector<Sketches> sketches_;
  std::vector<bool> live_;
};

/// Reads the words of articles as hashes that mean the same in all segments. Remembers those of
/// words that it met, in bounded memory. One object a thread.
class WordHashes {
 public:
  WordHashes();
  /// Replaces `out` by the hashes of a text's words. Throws Error(ErrorCode::damaged). O(words).
  void read(const ArticleStore& store, std::uint32_t segment, DocId n,
            std::vector<std::uint64_t>& out);

 private:
  struct Known {
    std::uint64_t key = ~std::uint64_t{0};
    std::uint64_t hash = 0;
  };
  std::vector<Known> known_;  // by a hash of the key: a later word takes an earlier one's place
  std::vector<WordId> ids_;
};

}  // namespace news
