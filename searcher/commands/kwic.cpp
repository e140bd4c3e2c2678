// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/kwic.hpp"

#include "common/text/numbers.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/kwic/concordance.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/stories/story_index.hpp"
#include "searcher/print/kwic.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

std::string count(std::uint64_t n, const std::string& one, const std::string& many) {
  return with_commas(n) + " " + (n == 1 ? one : many);
}

// `copies`: an article of the archives has one.
std::string describe(const KwicTotals& totals, bool copies) {
  const std::string articles =
      count(totals.articles, "article", "articles") +
      (copies ? " (" + count(totals.stories, "story", "stories") + ")" : "");
  if (totals.articles == 0) return "no article matches";
  if (totals.matches == 0)
    return articles + (totals.articles == 1 ? " matches" : " match") +
           ", but no word in them was asked for";
  std::string out = count(totals.matches, "match", "matches") + " in " + articles;
  if (totals.shown < totals.matches)
    out += ", showing " + (totals.shown > 0 ? "the first " + with_commas(totals.shown) : "none");
  return out;
}

std::unique_ptr<KwicPrinter> make_printer(std::ostream& out, const SearcherOptions& options,
                                          const Node& query, const Revisions& revisions) {
  if (options.format == "text") return make_kwic_text(out, options);
  if (options.format == "csv" || options.format == "tsv") return make_kwic_table(out, options);
  return make_kwic_json(out, options, to_string(query), revisions);
}

}  // namespace

Exit run_kwic(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const Node query = read_query(options, console.notes);
  const auto printer = make_printer(console.out, options, query, searcher.archives().revisions());
  printer->begin();
  const KwicTotals totals = print_concordance(
      searcher, {query, options.kwic.sort, options.limit, options.max_expansions}, *printer);
  printer->end(totals);
  if (!console.out.flush()) return Exit::ok;  // run_app() knows why
  if (options.format != "json")
    console.notes << describe(totals, !searcher.stories().empty()) << "\n";
  return totals.matches > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
