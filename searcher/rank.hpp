// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "searcher/match/matcher.hpp"
#include "searcher/search.hpp"

namespace news {

/// Scores the articles of `matched` (a set a segment) by BM25 (Robertson & Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009, eq. 3.15, with idf = ln(1 + (N - df +
/// 0.5) / (df + 0.5))), over all segments at once: N, document frequencies and mean length count
/// live articles of the whole archive, so that scores do not depend on how it is cut into segments.
/// A headline word counts kTitleWeight times (BM25F). Terms are summed in one fixed order. Adds to
/// `scores`, by ordinal, an array a segment, and touches no other articles: a caller that keeps the
/// arrays need not clear them whole.
void score(const Node& query, std::vector<std::unique_ptr<SegmentMatcher>>& segments,
           const std::vector<ArticleSet>& matched, std::vector<std::vector<double>>& scores);

/// The hits from `offset` on, at most `limit`, in the documented total order. `total`: the sizes of
/// `matched` together.
std::vector<Hit> top_hits(const std::vector<std::unique_ptr<SegmentMatcher>>& segments,
                          const std::vector<ArticleSet>& matched,
                          const std::vector<std::vector<double>>& scores, std::uint64_t total,
                          const SearchRequest& request);

}  // namespace news
