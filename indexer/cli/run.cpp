// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/run.hpp"

#include "common/cli/command_line.hpp"
#include "common/cli/help_command.hpp"
#include "indexer/cli/program.hpp"

namespace news {
namespace {

// The command of a first word that is one's name.
const Command& require_command(const OptionValues& values) {
  if (values.command) return *find_indexer_command(values.command->name);
  if (values.words.empty()) throw Error(ErrorCode::usage, "no command given", values.see_help());
  const auto near = nearest_command(indexer_program(), values.words[0]);
  throw Error(ErrorCode::usage, "unknown command '" + values.words[0] + "'",
              (near.empty() ? "" : "Did you mean: indexer " + std::string(near) + "? ") +
                  values.see_help());
}

}  // namespace

std::function<Exit()> read_indexer_line(const std::vector<std::string>& arguments,
                                        const Settings& settings) {
  const OptionValues values = parse_command_line(indexer_program(), arguments, settings);
  if (auto help = read_help(values)) return help;
  if (values.flag("version")) return [] { return print_version(indexer_program()); };
  const Command& command = require_command(values);
  values.refuse_other_options(command.info);
  if (command.needs_archive && values.words.empty())
    throw Error(ErrorCode::usage, std::string(command.info.name) + " needs an archive",
                values.see_help());
  return command.prepare(values);
}

}  // namespace news
