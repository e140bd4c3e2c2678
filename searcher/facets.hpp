// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/match/matcher.hpp"
#include "searcher/search.hpp"

namespace news {

/// Counts one facet over the matched articles (a set a segment), exactly. O(matches).
FacetResult count_facet(Facet facet, const std::vector<std::unique_ptr<SegmentMatcher>>& segments,
                        const std::vector<ArticleSet>& matched, std::uint32_t limit);

}  // namespace news
