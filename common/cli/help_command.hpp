// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

// What both programs say of themselves: `help`, `--help` and `--version`.

namespace news {

/// What prints the help that a command line asks for by --help, `help` or `help ABOUT`; empty if it
/// asks for none. The returned function throws Error(ErrorCode::usage) if ABOUT is no command.
std::function<Exit()> read_help(const OptionValues& values);

/// --version: the program's name and version, a line.
Exit print_version(const ProgramInfo& program);

}  // namespace news
