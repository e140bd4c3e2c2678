// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/engine/search/searcher.hpp"
#include "searcher/engine/similar/interesting_terms.hpp"

namespace news {

/// The page of articles most like the one at `hit` that `request` asks for, by its `words`, best
/// first. Throws Error(ErrorCode::damaged).
SearchResult find_similar(Searcher& searcher, const SearchRequest& request, const Hit& hit,
                          const std::vector<InterestingTerm>& words);

}  // namespace news
