// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/engine/kwic/line_sink.hpp"
#include "searcher/engine/kwic/sort_keys.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {

struct ConcordanceRequest {
  const Node& query;
  KwicSort sort = KwicSort::none;
  std::uint64_t limit = 0;  ///< lines
  std::uint32_t max_expansions = 5000;
};

/// Prints a line for every match in every article that the query matches, until `printer` wants no
/// more; the totals are exact unless it does not. Unsorted it holds one article at a time. Sorted
/// it holds a key of 32 bytes a line (of at most some two limits), and up to half a million lines
/// as they are printed, so that an article is read once for each half million. Throws as
/// Searcher::search().
KwicTotals print_concordance(Searcher& searcher, const ConcordanceRequest& request,
                             KwicPrinter& printer);

}  // namespace news
