// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "common/io/json_writer.hpp"
#include "searcher/print/archives.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/printer.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

JsonObject json_totals(const std::string& query, const SearchResult& result) {
  JsonObject object;
  object.number("schema", 1).text("query", query);
  json_revisions(object, result.revisions);
  object.number("total", result.total).number("stories", result.stories).raw("exact", "true");
  return object;
}

void print_json(std::ostream& out, const std::string& query, const SearchResult& result) {
  JsonObject object = json_totals(query, result);
  object.raw("facets", json_facets(result.facets));
  if (const std::string multi = json_multi_valued(result.facets); !multi.empty())
    object.raw("multi_valued", multi);
  out << object.str() << '\n';
}

void print_table(std::ostream& out, TableFormat format, const SearchResult& result) {
  out << table_row(format, {"facet", "value", "count", "stories"});
  for (const auto& facet : result.facets)
    for (const auto& c : facet.counts)
      out << table_row(format, {std::string(kFacetNames[static_cast<std::size_t>(facet.facet)]),
                                c.value, std::to_string(c.count), std::to_string(c.stories)});
}

}  // namespace

void print_count_json(std::ostream& out, const std::string& query, const SearchResult& result) {
  out << json_totals(query, result).str() << '\n';
}

void print_facet_result(std::ostream& out, const SearcherOptions& options, const std::string& query,
                        const SearchResult& result) {
  if (options.format == "text")
    make_text_printer(out, options)->end(result);
  else if (options.format == "json")
    print_json(out, query, result);
  else
    print_table(out, table_format(options.format), result);
}

}  // namespace news
