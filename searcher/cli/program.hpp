// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/program.hpp"

namespace news {

/// THE table of the searcher's commands and options.
const ProgramInfo& searcher_program();

}  // namespace news
