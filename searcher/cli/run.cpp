// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/run.hpp"

#include <filesystem>
#include <iostream>

#include "common/cli/command_line.hpp"
#include "common/cli/help_command.hpp"
#include "common/cli/pager.hpp"
#include "searcher/cli/program.hpp"
#include "searcher/commands/operations.hpp"
#include "searcher/commands/options.hpp"

namespace news {
namespace {

// A slip in the name of a command makes it the name of an archive.
void check_slip(const OptionValues& values, const std::string& archive) {
  if ((values.command && values.command->name != "search") || std::filesystem::exists(archive))
    return;
  if (const auto near = nearest_command(searcher_program(), archive); !near.empty())
    throw Error(ErrorCode::usage, "'" + archive + "' is neither an archive nor a command",
                "Did you mean: searcher " + std::string(near) + "?");
}

// What stands after an id and --version was meant for the number of a version.
bool asks_program_version(const OptionValues& values) {
  if (!values.given("version") || !values.value("version").empty()) return false;
  return !values.command || values.command->name != "show" || values.words.size() < 3;
}

std::function<Exit()> read_operation(const Operation& operation, const OptionValues& values) {
  const auto archives = read_archives(values);
  const PagerMode pager_mode =
      operation.paged ? read_pager(values, read_print_options(values)) : PagerMode::never;
  return [=, run = operation.prepare(values)] {
    check_slip(values, archives.front());
    Searcher searcher(archives);
    const Pager pager("searcher", pager_mode);
    return run({searcher, std::cout, std::cerr});
  };
}

}  // namespace

OptionValues read_searcher_values(const std::vector<std::string>& arguments,
                                  const Settings& settings) {
  OptionValues out = parse_command_line(searcher_program(), arguments, settings);
  if (out.given("archive")) out.words.insert(out.words.begin(), out.values("archive").front());
  return out;
}

std::function<Exit()> read_searcher_line(const std::vector<std::string>& arguments,
                                         const Settings& settings) {
  const OptionValues values = read_searcher_values(arguments, settings);
  if (auto help = read_help(values)) return help;
  if (asks_program_version(values)) return [] { return print_version(searcher_program()); };
  const auto* const terminal =
      values.command ? find_terminal_command(values.command->name) : nullptr;
  if (values.words.empty() && !(terminal && !terminal->needs_archive))
    throw Error(ErrorCode::usage, "no archive given", values.see_help());
  if (terminal) {
    values.refuse_other_options(*values.command);
    return terminal->prepare(values);
  }
  const auto& operation = *find_operation(values.command ? values.command->name : "search");
  values.refuse_other_options(operation.info);
  return read_operation(operation, values);
}

}  // namespace news
