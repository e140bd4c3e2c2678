// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/segment.hpp"
#include "common/text/stemmer.hpp"
#include "searcher/engine/query/ast.hpp"

namespace news {

/// The words of a segment that one leaf of a query stands for, in articles of one stemming
/// language.
struct TermExpansion {
  std::vector<WordId> ids;  ///< ascending
  /// A stem that one of the ids has.
  struct Stem {
    std::string stem;
    std::string most_frequent;              ///< of its words
    bool frequent_wanted = false;           ///< is that one among the ids?
    std::vector<std::string> wanted_forms;  ///< those of its other words that are
    bool others_left = false;               ///< does it have words that are not?
    bool whole() const { return frequent_wanted && !others_left; }
  };
  std::vector<Stem> stems;  ///< distinct, ascending
};

/// Expands the leaves of queries (word, exact, wildcard, fuzzy, case, accents) over a segment's
/// lexicon. One formula for matching, highlighting and offsets. Not thread-safe.
class TermExpander {
 public:
  TermExpander(const Segment& segment, std::uint32_t max_expansions)
      : segment_(segment), max_expansions_(max_expansions) {}
  /// `language` must be one of the segment's stemming languages. Valid as long as the object.
  const TermExpansion& expand(const Node& leaf, const std::string& language);
  void set_max_expansions(std::uint32_t n) { max_expansions_ = n; }
  void clear() { cache_.clear(); }

 private:
  std::vector<WordId> find_words(const Node& leaf);
  std::vector<WordId> scan_words(const Node& leaf);
  void add_stems(TermExpansion& out, const std::string& language);

  const Segment& segment_;
  std::uint32_t max_expansions_;
  Stemmer stemmer_;
  std::map<std::string, TermExpansion> cache_;
};

/// Does a folded word match a pattern with `*` (any run) and `?` (one character)? O(word × stars).
bool wildcard_match(std::string_view pattern, std::string_view word);

std::u32string to_code_points(std::string_view utf8);

}  // namespace news
