// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/lexer.hpp"

namespace news {

/// Reads what stands between quotation marks. The result is a phrase, or what a phrase of one
/// place comes to: exact, wildcard, or or_ of exact, wildcard and phrase.
/// `token` is of kind quoted, its views into `query`. Throws QueryError.
Node parse_phrase(std::string_view query, const Token& token);

}  // namespace news
