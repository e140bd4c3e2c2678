// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/json_writer.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/printer.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

void write_totals(JsonWriter& json, const std::string& query, const SearchResult& result) {
  json.number("schema", 1).text("query", query);
  write_revisions(json, result.revisions);
  json.number("total", result.total).number("stories", result.stories).boolean("exact", true);
}

void print_table(std::ostream& out, TableFormat format, const SearchResult& result) {
  out << table_row(format, {"facet", "value", "count", "stories"});
  for (const auto& facet : result.facets)
    for (const auto& c : facet.counts)
      out << table_row(format, {std::string(kFacetNames[static_cast<std::size_t>(facet.facet)]),
                                c.value, std::to_string(c.count), std::to_string(c.stories)});
}

}  // namespace

void print_count_json(std::ostream& out, const PrintOptions& options, const std::string& query,
                      const SearchResult& result) {
  JsonWriter json;
  json.begin_object();
  write_totals(json, query, result);
  json.end_object();
  out << finished(json, options.line_end);
}

void print_facet_result(std::ostream& out, const PrintOptions& options, const std::string& query,
                        const SearchResult& result) {
  if (options.format == Format::text) {
    make_text_printer(out, options)->end(result);
  } else if (options.format == Format::json) {
    JsonWriter json;
    json.begin_object();
    write_totals(json, query, result);
    write_facets(json, result.facets);
    json.end_object();
    out << finished(json, options.line_end);
  } else {
    print_table(out, table_format(options.format), result);
  }
}

}  // namespace news
