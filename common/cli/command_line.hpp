// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/option_values.hpp"

namespace news {

/// Reads the arguments after the program's name. The first word is the command if it is one's
/// name. Throws Error(ErrorCode::usage) for unknown options and for those that the command does not
/// take, with the nearest that it does.
OptionValues parse_command_line(const ProgramInfo& program,
                                const std::vector<std::string>& arguments, Settings settings);

/// The settings of a user: ~/.config/newsarchive/PROGRAM.conf (XDG_CONFIG_HOME is obeyed), a line
/// each, "name = value"; above those, environment variables NEWSARCHIVE_NAME. Throws
/// Error(ErrorCode::usage) for names that are no settings of the program.
Settings read_settings(const ProgramInfo& program);

}  // namespace news
