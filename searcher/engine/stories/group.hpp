// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "searcher/engine/results.hpp"
#include "searcher/engine/stories/story_index.hpp"

namespace news {

/// The first `limit` hits from the `offset`-th on, in the documented total order.
using RankPage = std::function<std::vector<Hit>(std::uint64_t offset, std::uint64_t limit)>;

/// Counts what matched (a set a segment) and takes the page of hits that `request` asks for: of
/// articles, or, if it groups, of stories, each shown by its first article, with those of the other
/// ones that matched too. Ranks as many articles as it takes to have enough stories, twice as many
/// each time. Fills `result` but for its facets.
void take_page(SearchResult& result, const SearchRequest& request, const StoryIndex& stories,
               const std::vector<ArticleSet>& matched, const RankPage& rank);

}  // namespace news
