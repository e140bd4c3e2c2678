// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace news {

/// Facets as tables with bars sized to the counts, lines of at most `width` columns.
void print_facets(std::ostream& out, const std::vector<FacetResult>& facets, bool color, int width);

/// A result of facets alone in the format of `options`. `query`: its canonical form.
void print_facet_result(std::ostream& out, const SearcherOptions& options, const std::string& query,
                        const SearchResult& result);

/// An object: name of the facet → array of {"value", "count"}.
std::string json_facets(const std::vector<FacetResult>& facets);

/// An array of the names of those whose counts may exceed the total; "" when there are none.
std::string json_multi_valued(const std::vector<FacetResult>& facets);

}  // namespace news
