// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/cli/command.hpp"

namespace news {

/// Null if there is none of that name.
const Command* find_indexer_command(std::string_view name);

/// THE table of the indexer's commands and options.
const ProgramInfo& indexer_program();

}  // namespace news
