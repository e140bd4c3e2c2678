// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/run.hpp"

#include <iostream>

#include "common/cli/command_line.hpp"
#include "indexer/cli/program.hpp"

namespace news {
namespace {

Exit print(const std::string& text) {
  std::cout << text;
  return Exit::ok;
}

// The command of a first word that is one's name.
const Command& require_command(const OptionValues& values) {
  if (values.command) return *find_indexer_command(values.command->name);
  if (values.words.empty()) throw Error(ErrorCode::usage, "no command given", values.see_help());
  std::vector<std::string_view> names;
  for (const auto& c : indexer_program().commands) names.push_back(c.name);
  const auto near = nearest(values.words[0], names);
  throw Error(ErrorCode::usage, "unknown command '" + values.words[0] + "'",
              (near.empty() ? "" : "Did you mean: indexer " + std::string(near) + "? ") +
                  values.see_help());
}

}  // namespace

std::function<Exit()> read_indexer_line(const std::vector<std::string>& arguments,
                                        const Settings& settings) {
  const OptionValues values = parse_command_line(indexer_program(), arguments, settings);
  const auto& words = values.words;
  const bool help_word = !values.command && !words.empty() && words[0] == "help";
  if (values.flag("help") || help_word) {
    std::string about = values.command ? std::string(values.command->name) : "";
    if (help_word && words.size() > 1) about = words[1];
    return [about] { return print(help_text(indexer_program(), about)); };
  }
  if (values.flag("version")) return [] { return print("indexer " NEWS_VERSION "\n"); };
  const Command& command = require_command(values);
  values.refuse_other_options(command.info);
  if (command.needs_archive && words.empty())
    throw Error(ErrorCode::usage, std::string(command.info.name) + " needs an archive",
                values.see_help());
  return command.prepare(values);
}

}  // namespace news
