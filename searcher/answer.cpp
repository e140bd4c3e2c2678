// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answer.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>

#include "searcher/query/parser.hpp"

namespace news {
namespace {

std::unique_ptr<Printer> make_printer(const SearcherOptions& options) {
  if (options.format == "json") return make_json_printer(std::cout, options);
  if (options.format == "ndjson") return make_ndjson_printer(std::cout, options);
  if (options.format == "csv") return make_csv_printer(std::cout, options);
  return make_text_printer(std::cout, options);
}

// Finding what matched in an article costs more than reading it.
bool needs_matches(const SearcherOptions& options) {
  if (options.fields.empty()) return options.format != "csv";
  return std::any_of(options.fields.begin(), options.fields.end(),
                     [](const std::string& f) { return f == "snippet" || f == "matches"; });
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

Node read_query(const SearcherOptions& options) {
  try {
    Node query = options.any ? parse_any(options.query)
                             : parse_foreign(options.query, options.syntax, {false, today()});
    if (!options.any && options.syntax == Syntax::native)
      for (const auto& hint : query_hints(options.query))
        std::cerr << "searcher: hint: " << sanitize(hint, false) << "\n";
    return query;
  } catch (const QueryError& e) {
    std::cerr << caret_message(options.query, e) << "\n";
    throw Error(Exit::usage, "the query cannot be read");
  }
}

PagerMode pager_mode(const SearcherOptions& options) {
  using Command = SearcherOptions::Command;
  const bool results = options.command == Command::search || options.command == Command::show ||
                       options.command == Command::new_articles;
  const bool text = options.format == "text" && !options.raw;
  if (!results || (options.pager == PagerMode::auto_ && !text)) return PagerMode::never;
  return options.pager;
}

void print_answer(Searcher& searcher, const Node& query, const SearchResult& result,
                  const SearcherOptions& options, const std::function<bool(const Hit&)>& changed) {
  const auto printer = make_printer(options);
  printer->begin(query, result);
  const bool wants_matches = needs_matches(options);
  std::uint64_t rank = result.offset;
  for (const Hit& hit : result.hits) {
    const auto [article, matches] =
        wants_matches ? searcher.read(query, hit) : Searcher::Found{searcher.article(hit), {}};
    printer->hit({++rank, hit, article, matches, changed && changed(hit)});
    if (!std::cout) break;
  }
  printer->end(result);
}

}  // namespace news
