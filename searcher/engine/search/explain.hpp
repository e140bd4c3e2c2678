// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "searcher/engine/match/matcher.hpp"
#include "searcher/engine/results.hpp"

namespace news {

std::vector<ExplainedNode> explain_query(const Node& query,
                                         std::vector<std::unique_ptr<SegmentMatcher>>& segments,
                                         std::uint32_t max_expansions);

std::vector<Suggestion> suggest_words(const Node& query,
                                      std::vector<std::unique_ptr<SegmentMatcher>>& segments);

}  // namespace news
