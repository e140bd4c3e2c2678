// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answer.hpp"

#include <algorithm>
#include <ctime>

#include "searcher/print/printer.hpp"
#include "searcher/query/parser.hpp"

namespace news {
namespace {

// Each costs several times what the one before does.
enum class Depth { fields, article, matches };

Depth depth_of(const std::string& field) {
  if (field == "snippet" || field == "matches") return Depth::matches;
  return field == "title" || field == "text" ? Depth::article : Depth::fields;
}

Depth depth_of(const SearcherOptions& options) {
  Depth depth = Depth::fields;
  for (const auto& field : options.fields) depth = std::max(depth, depth_of(field));
  for (const auto& part : options.output.form)
    if (part.is_field) depth = std::max(depth, depth_of(part.text));
  if (!options.fields.empty()) return depth;
  if (options.format == "csv" || options.format == "tsv") return Depth::article;  // titles
  const bool snippets =
      options.format == "text" || options.format == "json" || options.format == "ndjson";
  return snippets ? Depth::matches : depth;
}

Searcher::Found read(Searcher& searcher, const Node& query, const Hit& hit, Depth depth) {
  if (depth == Depth::matches) return searcher.read(query, hit);
  if (depth == Depth::article) return {searcher.article(hit), {}};
  return {searcher.archive().segments[hit.segment]->fields(hit.ordinal), {}};
}

}  // namespace

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  Date date;
  date.year = static_cast<std::int16_t>(local.tm_year + 1900);
  date.month = static_cast<std::uint8_t>(local.tm_mon + 1);
  date.day = static_cast<std::uint8_t>(local.tm_mday);
  date.precision = Precision::day;
  return date;
}

Node read_query(const std::string& query, const SearcherOptions& options, const Date& today) {
  return options.any ? parse_any(query) : parse_foreign(query, options.syntax, {false, today});
}

SearchRequest make_request(const Node& query, const SearcherOptions& options) {
  return {query, options.sort,        options.offset,        options.limit,
          {},    options.facet_limit, options.max_expansions};
}

void print_answer(Searcher& searcher, const Node& query, const SearchResult& result,
                  const SearcherOptions& options, std::ostream& out,
                  const std::function<void(const Article&)>& seen) {
  const auto printer = make_printer(out, options);
  const Depth depth = depth_of(options);
  printer->begin(query, result);
  std::uint64_t rank = result.offset;
  for (const Hit& hit : result.hits) {
    const auto [article, matches] = read(searcher, query, hit, depth);
    printer->hit({++rank, hit, article, matches});
    if (options.output.line_buffered) out.flush();
    if (!out) return;
    if (seen) seen(article);
  }
  printer->end(result);
}

}  // namespace news
