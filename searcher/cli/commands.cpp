// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/commands.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "common/cli/completion.hpp"
#include "searcher/cli/completion.hpp"
#include "searcher/cli/program.hpp"
#include "searcher/commands/answer.hpp"
#include "searcher/commands/batch/batch.hpp"
#include "searcher/commands/query_commands.hpp"
#include "searcher/commands/receipt/receipt_file.hpp"
#include "searcher/commands/saved/saved_commands.hpp"
#include "searcher/service/pipe.hpp"
#include "searcher/shell/shell.hpp"

namespace news {
namespace {

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
    case Command::pipe:
      return run_pipe(options);
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
    default:
      break;
  }
  Searcher searcher(options.archives);
  const Pager pager("searcher", pager_mode(options));
  return run_query_command(searcher, options, {std::cout, std::cerr});
}

}  // namespace news
