// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/engine/query/ast.hpp"

namespace news {

/// Throws QueryError unless the query is valid UTF-8 without NUL, within the limit, and not blank.
void check_text(std::string_view query);

/// Throws QueryError unless `operand` has places in an article, so that the positional operator or
/// ATLEAST called `name` can use it: words, phrases, positional operators and ORs of these.
void check_span(std::string_view query, const Node& operand, const std::string& name);

/// Throws QueryError unless `operand` can be looked for inside the scope written as `prefix`.
void check_scope(std::string_view query, const Node& operand, std::string_view prefix);

}  // namespace news
