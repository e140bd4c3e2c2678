// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/cli/command.hpp"

namespace news {

/// A command that only the command line has. Null if there is none of that name.
const Command* find_terminal_command(std::string_view name);

/// The searcher's commands, its operations first, and options.
const ProgramInfo& searcher_program();

}  // namespace news
