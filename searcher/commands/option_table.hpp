// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "common/cli/program.hpp"

namespace news {

/// THE table of the searcher's options, whatever the command.
std::span<const OptionInfo> searcher_options();

}  // namespace news
