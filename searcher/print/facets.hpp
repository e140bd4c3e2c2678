// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/io/json_writer.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// The facets of a result as tables with bars sized to the counts, lines of at most `width`
/// columns; with a column of stories if an article of the archives has a copy.
void print_facets(std::ostream& out, const SearchResult& result, bool color, int width);

/// A result of facets alone in the format of `options`. `query`: its canonical form.
void print_facet_result(std::ostream& out, const PrintOptions& options, const std::string& query,
                        const SearchResult& result);

/// How many articles and stories match, as one JSON object. `query`: its canonical form.
void print_count_json(std::ostream& out, const PrintOptions& options, const std::string& query,
                      const SearchResult& result);

/// "facets": an object, name of the facet → array of {"value", "count", "stories"}; "multi_valued":
/// the names of those whose counts may exceed the total, if there are any.
void write_facets(JsonWriter& json, const std::vector<FacetResult>& facets);

}  // namespace news
