// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/engine/query/fields.hpp"

namespace news {

enum class TokenKind : std::uint8_t {
  word,    ///< anything up to a blank, bracket or quotation mark, `=`, `~` and wildcards included
  quoted,  ///< inner: between the quotation marks
  value,   ///< what a filter compares with, unquoted
  open,
  close,
  minus,   ///< `-` in front of something
  prefix,  ///< `title:`, `first/100:`
  and_,
  or_,
  not_,
  near,  ///< NEAR or NEAR/n; `digits` is what stands after the slash
  adj,
  sentence,
  paragraph,
  atleast,
  end,
};

/// All views point into the query.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;    ///< the whole token
  std::string_view inner;   ///< quoted: between the marks
  std::string_view digits;  ///< what stands after the slash of NEAR/5 or first/100:
  bool slash = false;
  const QueryField* field = nullptr;  ///< prefix only
};

/// The tokens of a query, closed by one of kind `end`. `query` must be valid UTF-8.
/// Throws QueryError: an open quotation mark, an unknown or empty field, a missing blank. Linear.
std::vector<Token> tokenize(std::string_view query);

/// White space as Unicode has it; no control character but the white ones.
bool is_blank_char(char32_t c);
/// `"` and the curly double quotation marks.
bool is_quote_char(char32_t c);

}  // namespace news
