// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/help_command.hpp"

#include <iostream>

namespace news {

std::function<Exit()> read_help(const OptionValues& values) {
  const auto& words = values.words;
  const bool help_word = !values.command && !words.empty() && words[0] == "help";
  if (!values.flag("help") && !help_word) return {};
  std::string about = values.command ? std::string(values.command->name) : "";
  if (help_word && words.size() > 1) about = words[1];
  return [&program = values.program(), about] {
    std::cout << help_text(program, about);
    return Exit::ok;
  };
}

Exit print_version(const ProgramInfo& program) {
  std::cout << program.name << " " NEWS_VERSION "\n";
  return Exit::ok;
}

}  // namespace news
