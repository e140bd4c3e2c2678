// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/engine/match/matcher.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/engine/stories/story_index.hpp"

namespace news {

/// The articles to count, a set a segment. Refers to what it is made of.
struct Matched {
  const std::vector<std::unique_ptr<SegmentMatcher>>& segments;
  const std::vector<ArticleSet>& sets;
  const StoryIndex& stories;
};

/// Counts one facet over articles and their stories, exactly. O(articles + those in stories).
FacetResult count_facet(Facet facet, const Matched& matched, std::uint32_t limit);

}  // namespace news
