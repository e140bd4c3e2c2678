// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {

/// The article whose id is the query of the options; if there is none, the notes say so.
std::optional<Hit> find_article(const Searcher& searcher, const SearcherOptions& options,
                                const Console& console);

/// What the options ask of a query, without facets.
SearchRequest make_request(const Node& query, const SearcherOptions& options);

/// How to page what the options ask for, which only what people read is unless told.
PagerMode pager_mode(const SearcherOptions& options);

/// Writes a result in the format of the options, hit by hit: of each as little is read as the
/// format shows, and no more than one is in memory. `seen`, if any, is told each, of which only
/// the id is sure to be there. `changed`, if any, tells whether a hit is marked as changed. Ends
/// early when `out` fails. Throws Error(Exit::damaged).
void print_answer(Searcher& searcher, const Node& query, const SearchResult& result,
                  const SearcherOptions& options, std::ostream& out,
                  const std::function<void(const Article&)>& seen = {},
                  const std::function<bool(const Hit&)>& changed = {});

}  // namespace news
