// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/program.hpp"

namespace news {

/// THE table of the indexer's commands and options.
const ProgramInfo& indexer_program();

}  // namespace news
