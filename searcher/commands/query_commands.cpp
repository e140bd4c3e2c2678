// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/query_commands.hpp"

#include <fmt/format.h>

#include "common/text/display.hpp"
#include "searcher/commands/answer.hpp"
#include "searcher/commands/kwic.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/commands/receipt/receipt_file.hpp"
#include "searcher/commands/show.hpp"
#include "searcher/commands/similar.hpp"
#include "searcher/commands/story_command.hpp"
#include "searcher/commands/terms.hpp"
#include "searcher/commands/timeline.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/print/explanation.hpp"
#include "searcher/print/facets.hpp"

namespace news {
namespace {

using Command = SearcherOptions::Command;
using Run = Exit (*)(Searcher&, const SearcherOptions&, const Console&);

constexpr std::uint64_t kFewHits = 3;  // so few that a slip of the pen is likely

Exit run_search(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const Node query = read_query(options, console.notes);
  SearchRequest request = make_request(query, options);
  if (options.format == "text" || options.format == "json") request.facets = options.facets;
  if (options.explain)
    print_explanation(console.notes, query, searcher.explain(query, options.max_expansions));
  const SearchResult result = searcher.search(request);
  if (options.explain && options.expand) print_expansion(console.notes, result.expansion);
  if (options.explain)
    console.notes << fmt::format("time: match {:.2f} ms, rank {:.2f} ms, facets {:.2f} ms\n",
                                 result.times.match, result.times.rank, result.times.facets);
  if (result.total <= kFewHits)
    for (const auto& s : searcher.suggest(query))
      console.notes << "searcher: hint: no article holds '" << sanitize(s.word)
                    << "'; did you mean '" << sanitize(s.instead) << "'?\n";
  std::vector<std::string> ids;
  if (options.receipt.empty()) {
    print_answer(searcher, query, result, options, console.out);
  } else {
    print_answer(searcher, query, result, options, console.out,
                 [&](const Article& article) { ids.push_back(article.id); });
    write_receipt(console.out, options,
                  make_receipt(searcher, make_request(query, options), result, ids));
  }
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_facets(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  if (options.facets.empty())
    throw Error(Exit::usage, "facets: nothing to count", "Name it: --facets source,year");
  const Node query = read_query(options, console.notes);
  const SearchResult result = searcher.search(
      {query, Sort::relevance, 0, 0, options.facets, options.facet_limit, options.max_expansions});
  print_facet_result(console.out, options, to_string(query), result);
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_count(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const Node query = read_query(options, console.notes);
  if (options.explain)
    print_explanation(console.notes, query, searcher.explain(query, options.max_expansions));
  if (options.format == "json") {
    SearchRequest request = make_request(query, options);
    request.limit = 0;
    const SearchResult result = searcher.search(request);
    print_count_json(console.out, to_string(query), result);
    return result.total > 0 ? Exit::ok : Exit::none;
  }
  const auto total = searcher.count(query, options.max_expansions);
  console.out << total << "\n";
  return total > 0 ? Exit::ok : Exit::none;
}

Run runner(Command command) {
  switch (command) {
    case Command::search:
      return run_search;
    case Command::count:
      return run_count;
    case Command::show:
      return run_show;
    case Command::timeline:
      return run_timeline;
    case Command::kwic:
      return run_kwic;
    case Command::facets:
      return run_facets;
    case Command::terms:
      return run_terms;
    case Command::similar:
      return run_similar;
    case Command::story:
      return run_story;
    default:
      return nullptr;
  }
}

}  // namespace

bool is_query_command(Command command) {
  return runner(command) != nullptr;
}

Exit run_query_command(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  return runner(options.command)(searcher, options, console);
}

}  // namespace news
