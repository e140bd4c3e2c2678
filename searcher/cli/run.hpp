// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

/// The words and options of a command line. The archive stands first among the words, however it
/// was named. Throws Error(ErrorCode::usage).
OptionValues read_searcher_values(const std::vector<std::string>& arguments,
                                  const Settings& settings = {});

/// Reads the searcher's command line, and opens no file; what it returns does what was asked,
/// results to stdout, all else to stderr. `settings`: of the user, below what the arguments say.
/// Throws Error(ErrorCode::usage) that names the argument and the way out.
std::function<Exit()> read_searcher_line(const std::vector<std::string>& arguments,
                                         const Settings& settings = {});

}  // namespace news
