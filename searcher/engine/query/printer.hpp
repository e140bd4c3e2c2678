// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/engine/query/ast.hpp"

namespace news {

/// The canonical form of a query: parse_query(to_string(x)) == x for every tree that obeys ast.hpp.
/// Valid UTF-8. Thread-safe; linear.
std::string to_string(const Node& query);

/// How error messages and explanations name a node's operator: `NEAR/5`, `AND`, `title:`, `'*'`.
std::string operator_name(const Node& node);

}  // namespace news
