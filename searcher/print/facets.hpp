// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/commands/options.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// The facets of a result as tables with bars sized to the counts, lines of at most `width`
/// columns; with a column of stories if an article of the archives has a copy.
void print_facets(std::ostream& out, const SearchResult& result, bool color, int width);

/// A result of facets alone in the format of `options`. `query`: its canonical form.
void print_facet_result(std::ostream& out, const SearcherOptions& options, const std::string& query,
                        const SearchResult& result);

/// How many articles and stories match, as one JSON object. `query`: its canonical form.
void print_count_json(std::ostream& out, const std::string& query, const SearchResult& result);

/// An object: name of the facet → array of {"value", "count", "stories"}.
std::string json_facets(const std::vector<FacetResult>& facets);

/// An array of the names of those whose counts may exceed the total; "" when there are none.
std::string json_multi_valued(const std::vector<FacetResult>& facets);

}  // namespace news
