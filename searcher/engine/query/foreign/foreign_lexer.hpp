// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/query/foreign/token.hpp"

namespace news::foreign {

/// The tokens of a query, closed by one of kind `end`. `query` must be valid UTF-8, `syntax` not
/// native. Throws QueryError: an open quotation mark, an unknown field, a missing blank, an
/// operator with a wrong number or of the other service. Linear.
std::vector<Token> tokenize(std::string_view query, Syntax syntax);

}  // namespace news::foreign
