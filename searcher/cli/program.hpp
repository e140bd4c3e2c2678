// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

/// A command that only the command line has: it opens its archives itself, or needs none.
struct TerminalCommand {
  CommandInfo info;
  /// Reads the options, and opens nothing; what it returns does the rest, results to stdout, all
  /// else to stderr. Throws Error(ErrorCode::usage).
  std::function<Exit()> (*prepare)(const OptionValues& values);
  bool needs_archive = true;
};
/// Null if there is none of that name.
const TerminalCommand* find_terminal_command(std::string_view name);

/// The searcher's commands, its operations first, and options.
const ProgramInfo& searcher_program();

}  // namespace news
