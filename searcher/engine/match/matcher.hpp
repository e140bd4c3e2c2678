// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>

#include "common/archive/segment.hpp"
#include "searcher/engine/match/postings.hpp"
#include "searcher/engine/match/spans.hpp"
#include "searcher/engine/match/term_expander.hpp"
#include "searcher/engine/query/ast.hpp"

namespace news {

/// Decides which articles of one segment a query matches, exactly, in two phases: posting lists
/// give an approximation, and where that is not exact, the word codes of each candidate confirm it
/// or not. Not thread-safe.
class SegmentMatcher {
 public:
  SegmentMatcher(const Segment& segment, std::uint32_t max_expansions)
      : segment_(segment),
        postings_(segment),
        expander_(segment, max_expansions),
        document_(segment, expander_) {}

  /// The live articles that match.
  ArticleSet match(const Node& node);

  const Segment& segment() const { return segment_; }
  PostingCache& postings() { return postings_; }
  TermExpander& expander() { return expander_; }
  DocumentMatcher& document() { return document_; }
  /// Forgets what was kept for the last query.
  void reset(std::uint32_t max_expansions);

 private:
  /// A superset of the articles where `node` occurs; `exact` tells when it is no more than that.
  struct Approximation {
    ArticleSet set;
    bool exact = false;
  };
  Approximation approximate(const Node& node, char field);
  Approximation approximate_leaf(const Node& leaf, char field);
  Approximation approximate_phrase(const Node& phrase, char field);
  ArticleSet approximate_pairs(const Node& phrase);
  /// The articles of `within` that match.
  ArticleSet match(const Node& node, const ArticleSet& within);
  ArticleSet match_and(const Node& node, const ArticleSet& within);
  ArticleSet match_or(const Node& node, const ArticleSet& within);
  /// The articles that hold a leaf; for case: and accents:, its folded form.
  const ArticleSet& leaf_set(const Node& leaf);
  /// The candidates that match all of `nodes`.
  ArticleSet confirm(std::span<const Node* const> nodes, const ArticleSet& candidates);
  template <typename Test>
  ArticleSet scan(const ArticleSet& candidates, Test&& test);
  ArticleSet find_phrase(const Node& phrase, const ArticleSet& candidates);
  ArticleSet find_near(const Node& node, const ArticleSet& candidates);

  const Segment& segment_;
  PostingCache postings_;
  TermExpander expander_;
  DocumentMatcher document_;
  std::map<std::tuple<Op, std::uint32_t, std::string>, ArticleSet> leaf_sets_;
};

}  // namespace news
