// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/date.hpp"
#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/lexer.hpp"

namespace news {

// The leaves of a query, each from its token. All throw QueryError; tokens are views into `query`.

/// Digits as a number from 0 to `most` (below 10^9); nothing if they are none.
std::optional<std::uint32_t> read_number(std::string_view digits, std::uint32_t most);

/// The number after the slash of `NEAR/5` or `first/100:`, from 1 to `most`; without a slash
/// `standard`, or an error if that is 0.
std::uint32_t read_count(std::string_view query, const Token& token, std::uint32_t standard,
                         std::uint32_t most);

/// A bare token: word, `=exact`, wildcard, `fuzzy~1`, a phrase of these if it holds several, or
/// `*`.
Node read_word(std::string_view query, const Token& token);

/// `case:` or `accents:` with the token after it.
Node read_unfolded(std::string_view query, const Token& prefix, const Token& operand);

/// A filter with the value after it.
Node read_filter_value(std::string_view query, const Token& prefix, const Token& value,
                       const Date& today);

}  // namespace news
