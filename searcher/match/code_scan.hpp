// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/words/etdc.hpp"

namespace news {

// Questions about one article's word codes that need only yes or no, answered in one pass without a
// list of words. DocumentMatcher answers the same ones with positions; the tests hold the two
// against each other.

/// Does `codes`, itself a row of whole codes, occur in `haystack`?
bool contains_codes(std::string_view haystack, std::string_view codes);

/// A set of words with up to eight marks each.
class WordMarks {
 public:
  explicit WordMarks(std::size_t lexicon_size) : marks_(lexicon_size) {}
  void add(const std::vector<WordId>& ids, std::uint8_t mark) {
    for (const WordId id : ids)
      if (id < marks_.size()) marks_[id] |= mark;
  }
  std::uint8_t of(std::uint64_t id) const { return id < marks_.size() ? marks_[id] : 0; }

 private:
  std::vector<std::uint8_t> marks_;
};

/// Does any marked word occur?
bool contains_marked(std::string_view codes, const WordMarks& marks);

/// Do a word marked 1 and another marked 2 stand at most `distance` positions apart (in this order,
/// if `ordered`)?
bool contains_near(std::string_view codes, const WordMarks& marks, std::uint32_t distance,
                   bool ordered);

}  // namespace news
