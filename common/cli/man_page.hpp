// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/cli/program.hpp"

namespace news {

/// The program's page of section 1, in roff's man macros (man(7)), made of the same tables as
/// --help.
std::string man_page(const ProgramInfo& program);

}  // namespace news
