// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "common/cli/man_page.hpp"
#include "searcher/kwic/kwic.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/result.hpp"
#include "searcher/program.hpp"
#include "searcher/query/printer.hpp"
#include "searcher/read_query.hpp"
#include "searcher/show.hpp"
#include "searcher/similar/similar.hpp"
#include "searcher/terms/terms.hpp"

namespace news {
namespace {

constexpr std::uint64_t kFewHits = 3;  // so few that a slip of the pen is likely

bool asks_for_dates(const Node& node) {
  return node.op == Op::date ||
         std::any_of(node.children.begin(), node.children.end(), asks_for_dates);
}

// What `today` and the like were taken for, and by whose clock.
std::string explain_dates() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return fmt::format(
      "dates: as each article writes them, in its own time zone; today is {}, in this machine's "
      "zone (UTC{}{:02}:{:02})",
      format_date(today()), local.tm_gmtoff < 0 ? '-' : '+', std::abs(local.tm_gmtoff) / 3600,
      std::abs(local.tm_gmtoff) / 60 % 60);
}

void print_explanation(const Node& query, const std::vector<ExplainedNode>& nodes) {
  constexpr std::size_t kShown = 8;
  if (asks_for_dates(query)) std::cerr << explain_dates() << "\n";
  for (const auto& node : nodes) {
    std::string line = fmt::format("{:{}}{}  → {} articles, {:.2f} ms", "", 2 * node.depth,
                                   node.text, node.articles, node.milliseconds);
    if (node.words > 1) line += fmt::format(", {} words", node.words);
    for (std::size_t i = 0; i < std::min(kShown, node.terms.size()); ++i)
      line +=
          fmt::format("{} {} ({})", i == 0 ? ":" : ",", node.terms[i].first, node.terms[i].second);
    if (node.terms.size() > kShown)
      line += fmt::format(" and {} more terms", node.terms.size() - kShown);
    std::cerr << sanitize(line, false) << "\n";
  }
}

Exit run_search(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archive);
  SearchRequest request{query, options.sort,        options.offset,        options.limit,
                        {},    options.facet_limit, options.max_expansions};
  if (options.format == "text" || options.format == "json") request.facets = options.facets;
  if (options.explain) print_explanation(query, searcher.explain(query, options.max_expansions));
  const SearchResult result = searcher.search(request);
  if (options.explain)
    std::cerr << fmt::format("time: match {:.2f} ms, rank {:.2f} ms, facets {:.2f} ms\n",
                             result.times.match, result.times.rank, result.times.facets);
  if (result.total <= kFewHits)
    for (const auto& s : searcher.suggest(query))
      std::cerr << "searcher: hint: no article holds '" << sanitize(s.word, false)
                << "'; did you mean '" << sanitize(s.instead, false) << "'?\n";
  print_result(std::cout, options, query, searcher, result);
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_facets(const SearcherOptions& options) {
  if (options.facets.empty())
    throw Error(Exit::usage, "facets: nothing to count", "Name it: --facets source,year");
  const Node query = read_query(options);
  Searcher searcher(options.archive);
  const SearchResult result = searcher.search(
      {query, Sort::relevance, 0, 0, options.facets, options.facet_limit, options.max_expansions});
  print_facet_result(std::cout, options, to_string(query), result);
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_count(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archive);
  if (options.explain) print_explanation(query, searcher.explain(query, options.max_expansions));
  const auto total = searcher.count(query, options.max_expansions);
  std::cout << total << "\n";
  return total > 0 ? Exit::ok : Exit::none;
}

Exit run_help(const std::string& about) {
  const auto& program = searcher_program();
  if (about.empty()) {
    std::cout << program_help(program);
    return Exit::ok;
  }
  if (about == "man") {
    std::cout << man_page(program);
    return Exit::ok;
  }
  const auto* command = find_command(program, about);
  if (!command) throw Error(Exit::usage, "no command '" + about + "'", "See: searcher --help");
  std::cout << command_help(program, *command);
  return Exit::ok;
}

// A slip in the name of a command makes it the name of an archive.
void check_slip(const SearcherOptions& options) {
  if (options.command != SearcherOptions::Command::search ||
      std::filesystem::exists(options.archive))
    return;
  std::vector<std::string_view> names;
  for (const auto& command : searcher_program().commands) names.push_back(command.name);
  if (const auto near = nearest(options.archive, names); !near.empty())
    throw Error(Exit::usage, "'" + options.archive + "' is neither an archive nor a command",
                "Did you mean: searcher " + std::string(near) + "?");
}

}  // namespace

Exit run_searcher(const SearcherOptions& options) {
  using Command = SearcherOptions::Command;
  check_slip(options);
  switch (options.command) {
    case Command::help:
      return run_help(options.query);
    case Command::version:
      std::cout << "searcher " << NEWS_VERSION << "\n";
      return Exit::ok;
    case Command::search:
      return run_search(options);
    case Command::count:
      return run_count(options);
    case Command::show:
      return run_show(options);
    case Command::kwic:
      return run_kwic(options);
    case Command::facets:
      return run_facets(options);
    case Command::terms:
      return run_terms(options);
    case Command::similar:
      return run_similar(options);
  }
  return Exit::usage;
}

}  // namespace news
