// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/facets.hpp"

#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/print/facets.hpp"

namespace news {

FacetOptions read_facets(const OptionValues& values) {
  FacetOptions out;
  out.query = read_query_text(values);
  out.print = read_print_options(values);
  out.request = read_request(values, out.print);
  out.request.limit = 0;
  out.request.group = false;
  if (out.request.facets.empty())
    throw Error(ErrorCode::usage, "facets: nothing to count", "Name it: --facets source,year");
  return out;
}

Exit run_facets(const FacetOptions& options, const Context& context) {
  SearchRequest request = options.request;
  request.query = read_query(options.query, context.notes);
  const SearchResult result = context.searcher.search(request);
  print_facet_result(context.out, options.print, to_string(request.query), result);
  return result.total > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
