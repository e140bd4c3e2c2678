// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "searcher/commands/operation.hpp"

namespace news {

/// THE table of the commands that programs may ask for in JSON, too.
std::span<const Operation> operations();
/// Null if there is none of that name.
const Operation* find_operation(std::string_view name);
/// A program of these commands alone, by whose tables requests are read.
const ProgramInfo& operations_program();

}  // namespace news
