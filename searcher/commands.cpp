// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "common/cli/completion.hpp"
#include "searcher/answer.hpp"
#include "searcher/batch.hpp"
#include "searcher/completion.hpp"
#include "searcher/kwic/kwic.hpp"
#include "searcher/print/explanation.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/program.hpp"
#include "searcher/query/printer.hpp"
#include "searcher/read_query.hpp"
#include "searcher/receipt_file.hpp"
#include "searcher/saved_commands.hpp"
#include "searcher/shell.hpp"
#include "searcher/show.hpp"
#include "searcher/similar/similar.hpp"
#include "searcher/terms/terms.hpp"
#include "searcher/timeline/command.hpp"

namespace news {
namespace {

constexpr std::uint64_t kFewHits = 3;  // so few that a slip of the pen is likely

Exit run_search(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archives);
  SearchRequest request = make_request(query, options);
  if (options.format == "text" || options.format == "json") request.facets = options.facets;
  if (options.explain)
    print_explanation(std::cerr, query, searcher.explain(query, options.max_expansions));
  const SearchResult result = searcher.search(request);
  if (options.explain)
    std::cerr << fmt::format("time: match {:.2f} ms, rank {:.2f} ms, facets {:.2f} ms\n",
                             result.times.match, result.times.rank, result.times.facets);
  if (result.total <= kFewHits)
    for (const auto& s : searcher.suggest(query))
      std::cerr << "searcher: hint: no article holds '" << sanitize(s.word, false)
                << "'; did you mean '" << sanitize(s.instead, false) << "'?\n";
  std::vector<std::string> ids;
  if (options.receipt.empty()) {
    print_answer(searcher, query, result, options, std::cout);
  } else {
    print_answer(searcher, query, result, options, std::cout,
                 [&](const Article& article) { ids.push_back(article.id); });
    write_receipt(options, make_receipt(searcher, make_request(query, options), result, ids));
  }
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_facets(const SearcherOptions& options) {
  if (options.facets.empty())
    throw Error(Exit::usage, "facets: nothing to count", "Name it: --facets source,year");
  const Node query = read_query(options);
  Searcher searcher(options.archives);
  const SearchResult result = searcher.search(
      {query, Sort::relevance, 0, 0, options.facets, options.facet_limit, options.max_expansions});
  print_facet_result(std::cout, options, to_string(query), result);
  return result.total > 0 ? Exit::ok : Exit::none;
}

Exit run_count(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archives);
  if (options.explain)
    print_explanation(std::cerr, query, searcher.explain(query, options.max_expansions));
  const auto total = searcher.count(query, options.max_expansions);
  std::cout << total << "\n";
  return total > 0 ? Exit::ok : Exit::none;
}

// A slip in the name of a command makes it the name of an archive.
void check_slip(const SearcherOptions& options) {
  if (options.command != SearcherOptions::Command::search ||
      std::filesystem::exists(options.archives.front()))
    return;
  std::vector<std::string_view> names;
  for (const auto& command : searcher_program().commands) names.push_back(command.name);
  if (const auto near = nearest(options.archives.front(), names); !near.empty())
    throw Error(Exit::usage,
                "'" + options.archives.front() + "' is neither an archive nor a command",
                "Did you mean: searcher " + std::string(near) + "?");
}

}  // namespace

Exit run_searcher(const SearcherOptions& options) {
  using Command = SearcherOptions::Command;
  check_slip(options);
  switch (options.command) {
    case Command::help:
      std::cout << help_text(searcher_program(), options.query);
      return Exit::ok;
    case Command::version:
      std::cout << "searcher " << NEWS_VERSION << "\n";
      return Exit::ok;
    case Command::search: {
      const Pager pager("searcher", pager_mode(options));
      return run_search(options);
    }
    case Command::count:
      return run_count(options);
    case Command::show: {
      const Pager pager("searcher", pager_mode(options));
      return run_show(options);
    }
    case Command::timeline:
      return run_timeline(options);
    case Command::save:
      return run_save(options);
    case Command::new_articles:
      return run_new(options);
    case Command::saved:
      return run_saved(options);
    case Command::forget:
      return run_forget(options);
    case Command::shell:
      return run_shell(options);
    case Command::completion:
      std::cout << completion_script(searcher_program(), options.query);
      return Exit::ok;
    case Command::complete:
      std::cout << candidate_lines(complete(searcher_program(), options.words, complete_query));
      return Exit::ok;
    case Command::batch:
      return run_batch(options);
    case Command::check_receipt:
      return run_check_receipt(options);
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
