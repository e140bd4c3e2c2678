// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "common/archive/segment.hpp"
#include "searcher/match/leaf.hpp"
#include "searcher/match/postings.hpp"
#include "searcher/match/spans.hpp"
#include "searcher/query/ast.hpp"

namespace news {

/// Decides which articles of one segment a query matches, exactly: posting lists first, and where
/// those only give candidates, the word codes of each candidate. Not thread-safe.
class SegmentMatcher {
 public:
  SegmentMatcher(const Segment& segment, std::uint32_t max_expansions)
      : segment_(segment),
        postings_(segment),
        leaves_(segment, max_expansions),
        document_(segment, leaves_) {}

  /// The live articles that match.
  Roaring match(const Node& node);

  const Segment& segment() const { return segment_; }
  PostingCache& postings() { return postings_; }
  LeafExpander& leaves() { return leaves_; }
  DocumentMatcher& document() { return document_; }
  /// Forgets what was kept for the last query.
  void reset(std::uint32_t max_expansions);

 private:
  /// A superset of the articles where `node` occurs; `exact` tells when it is no more than that.
  struct Bound {
    Roaring set;
    bool exact = false;
  };
  Bound bound(const Node& node, char field);
  Bound leaf_bound(const Node& leaf, char field);
  Bound phrase_bound(const Node& phrase, char field);
  Roaring pair_bound(const Node& phrase);
  Roaring match_and(const Node& node);
  Roaring match_leaf(const Node& leaf);
  Roaring verify(const Node& node, const Roaring& candidates);
  Roaring find_codes(const std::string& codes, const Roaring& candidates);
  Roaring find_near(const Node& node, const Roaring& candidates);
  Roaring find_any(const std::vector<WordId>& ids, const Roaring& candidates);

  const Segment& segment_;
  PostingCache postings_;
  LeafExpander leaves_;
  DocumentMatcher document_;
};

}  // namespace news
