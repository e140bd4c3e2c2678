// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/archive/segment.hpp"
#include "searcher/engine/query/ast.hpp"

namespace news {

/// The live articles that a filter node (source:, date: …) selects, from the columns. O(articles).
ArticleSet match_filter(const Segment& segment, const Node& node);

/// First and last instant of a packed date's interval, as numbers that compare in time order.
std::pair<std::int64_t, std::int64_t> date_interval(std::int64_t packed);

}  // namespace news
