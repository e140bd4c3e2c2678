// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/count.hpp"

#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/print/explanation.hpp"
#include "searcher/print/facets.hpp"

namespace news {

CountOptions read_count(const OptionValues& values) {
  return {read_query_text(values), read_print_options(values), read_max_expansions(values),
          values.flag("explain")};
}

Exit run_count(const CountOptions& options, const Context& context) {
  const auto& [searcher, out, notes] = context;
  SearchRequest request;
  request.query = read_query(options.query, notes);
  request.limit = 0;
  request.max_expansions = options.max_expansions;
  if (options.explain)
    print_explanation(notes, request.query,
                      searcher.explain(request.query, request.max_expansions));
  if (options.print.format == Format::json) {
    const SearchResult result = searcher.search(request);
    print_count_json(out, options.print, to_string(request.query), result);
    return result.total > 0 ? Exit::ok : Exit::none;
  }
  const auto total = searcher.count(request.query, request.max_expansions);
  out << total << (options.print.line_end ? "\n" : "");
  return total > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
