// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "searcher/engine/query/foreign/token.hpp"

namespace news::foreign {

/// Makes an operator of a bare token that is one (`near5`, `w/s`, `atleast5`, `and`). Throws
/// QueryError if its number is wrong or if it belongs to the other service.
void classify(std::string_view query, Syntax syntax, Token& token);

/// What `hl=` or `HEADLINE(` stands for, in any case of letters; nothing if it is no field.
std::optional<Op> find_name(std::string_view name, Syntax syntax);

/// The error for a name that is no field there, with what the names are.
[[noreturn]] void fail_unknown_name(std::string_view query, std::string_view name, Syntax syntax);

}  // namespace news::foreign
