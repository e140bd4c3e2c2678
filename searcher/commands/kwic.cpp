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

std::unique_ptr<KwicPrinter> make_printer(std::ostream& out, const KwicOptions& options,
                                          const Node& query, const Revisions& revisions) {
  switch (options.print.format) {
    case Format::text:
      return make_kwic_text(out, options.print, options.context);
    case Format::csv:
    case Format::tsv:
      return make_kwic_table(out, options.print, options.context);
    default:
      return make_kwic_json(out, options.print, options.context, to_string(query), revisions);
  }
}

}  // namespace

KwicOptions read_kwic(const OptionValues& values) {
  constexpr std::uint32_t kMaxContext = 10'000;
  KwicOptions out;
  out.query = read_query_text(values);
  out.print = read_print_options(values);
  out.sort = read_choice<KwicSort>(values, "sort", kKwicSortNames);
  out.limit = read_limit(values);
  out.max_expansions = read_max_expansions(values);
  if (values.given("context"))
    out.context = static_cast<int>(std::min(kMaxContext, values.number<std::uint32_t>("context")));
  return out;
}

Exit run_kwic(const KwicOptions& options, const Context& context) {
  const auto& [searcher, out, notes] = context;
  const Node query = read_query(options.query, notes);
  const auto printer = make_printer(out, options, query, searcher.archives().revisions());
  printer->begin();
  const KwicTotals totals = print_concordance(
      searcher, {query, options.sort, options.limit, options.max_expansions}, *printer);
  printer->end(totals);
  if (!out.flush()) return Exit::ok;  // run_app() knows why
  if (options.print.format != Format::json)
    notes << describe(totals, !searcher.stories().empty()) << "\n";
  return totals.matches > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
