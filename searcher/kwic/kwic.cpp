// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/kwic/kwic.hpp"

#include <iostream>

#include "searcher/kwic/concordance.hpp"
#include "searcher/print/numbers.hpp"
#include "searcher/print/table.hpp"
#include "searcher/query/printer.hpp"
#include "searcher/read_query.hpp"

namespace news {
namespace {

std::string count(std::uint64_t n, const std::string& one, const std::string& many) {
  return with_commas(n) + " " + (n == 1 ? one : many);
}

std::string describe(const KwicTotals& totals) {
  const std::string articles = count(totals.articles, "article", "articles");
  if (totals.articles == 0) return "no article matches";
  if (totals.matches == 0)
    return articles + (totals.articles == 1 ? " matches" : " match") +
           ", but no word in them was asked for";
  std::string out = count(totals.matches, "match", "matches") + " in " + articles;
  if (totals.shown < totals.matches)
    out += ", showing " + (totals.shown > 0 ? "the first " + with_commas(totals.shown) : "none");
  return out;
}

std::unique_ptr<KwicPrinter> make_printer(const SearcherOptions& options, const Node& query,
                                          const Revisions& revisions) {
  if (options.format == "text") return make_kwic_text(std::cout, options);
  if (options.format == "csv" || options.format == "tsv")
    return make_kwic_table(std::cout, options);
  return make_kwic_json(std::cout, options, to_string(query), revisions);
}

}  // namespace

Exit run_kwic(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archives);
  const auto printer = make_printer(options, query, searcher.archives().revisions());
  printer->begin();
  const KwicTotals totals = print_concordance(
      searcher, {query, options.kwic.sort, options.limit, options.max_expansions}, *printer);
  printer->end(totals);
  if (!std::cout.flush()) return Exit::ok;  // run_app() knows why
  if (options.format != "json") std::cerr << describe(totals) << "\n";
  return totals.matches > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
