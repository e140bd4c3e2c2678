// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/words/etdc.hpp"
#include "searcher/engine/match/near_state.hpp"

namespace news {

// Questions about one article's word codes that need only yes or no, answered in one pass without a
// list of words. DocumentMatcher answers the same ones with positions; the tests hold the two
// against each other. Objects are prepared once a query; their const members are thread-safe.

/// Finds a phrase: the codes of some words in a row.
class PhraseScan {
 public:
  /// At least one word.
  explicit PhraseScan(const std::vector<WordId>& words);
  /// Does the phrase occur in `codes`? O(bytes), 16 to 64 bytes a step as the processor allows.
  bool occurs(std::string_view codes) const;

 private:
  std::string needle_;
  std::size_t first_ = 0, second_ = 0;  // the two places of the needle that are looked for
};

/// With more different words than this, a look at every word is quicker than a comparison each.
inline constexpr std::size_t kMaxScanCodes = 16;

/// The bytes of a word's code.
struct ScanCode {
  explicit ScanCode(WordId word);
  unsigned char bytes[5] = {};
  std::uint8_t length = 0;
};

/// Finds all occurrences of some words. Not thread-safe.
class WordScan {
 public:
  struct Occurrence {
    std::int64_t position;  ///< in words
    std::size_t word;       ///< its place among the words
  };
  /// Ascending, distinct.
  explicit WordScan(const std::vector<WordId>& words);
  /// Those among the first `words` of the text; ascending; they replace what is in `out`. O(bytes),
  /// up to 64 a step for few words. `codes` must be whole.
  void find(std::string_view codes, std::uint32_t words, std::vector<Occurrence>& out);

 private:
  std::vector<ScanCode> codes_;        // when they are few
  std::vector<WordId> words_;          // else
  std::array<bool, 4096> maybe_ = {};  // by the low bits of a word, whether it may be one of them
  std::vector<WordId> text_;
};

/// Finds two sets of words near each other.
class NearScan {
 public:
  /// At most `distance` positions apart. As given: the first set's word before the second's.
  /// Words may be in both sets.
  NearScan(const std::vector<WordId>& first, const std::vector<WordId>& second,
           std::uint32_t distance, WordOrder order);
  bool occurs(std::string_view codes) const;

 private:
  bool occurs_by_table(std::string_view codes) const;
  std::uint32_t distance_;
  WordOrder order_;
  std::vector<ScanCode> codes_;        // when they are few
  std::vector<std::uint8_t> sets_;     // of these: the first one (1), the second one (2) or both
  std::vector<std::uint8_t> sets_of_;  // else by word; longer ids are in no set
};

}  // namespace news
