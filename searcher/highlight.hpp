// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/match/spans.hpp"
#include "searcher/search.hpp"

namespace news {

/// What of `query` occurs in the article that `document` has open, as byte ranges of its fields:
/// words of positional operators only where the operator holds, phrases whole, nothing that a NOT
/// excludes.
std::vector<Match> find_matches(const Node& query, DocumentMatcher& document);

}  // namespace news
