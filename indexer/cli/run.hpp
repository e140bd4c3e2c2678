// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

/// Reads the indexer's command line, and opens no file; what it returns does what was asked.
/// `settings`: of the user, below what the arguments say. Throws Error(ErrorCode::usage) that names
/// the argument and the way out.
std::function<Exit()> read_indexer_line(const std::vector<std::string>& arguments,
                                        const Settings& settings = {});

}  // namespace news
