// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/foreign/syntax.hpp"

namespace news::foreign {

enum class Kind : std::uint8_t {
  word,    ///< anything up to a blank, bracket or quotation mark, signs of truncation included
  quoted,  ///< inner: between the quotation marks
  open,
  close,
  and_,
  or_,
  not_,
  positional,  ///< op and n
  atleast,     ///< n
  field,       ///< op: `hl=`, `HEADLINE` in front of its bracket, `wc`
  date,        ///< `date` in front of what it is compared with
  end,
};

/// All views point into the query.
struct Token {
  Kind kind = Kind::end;
  std::string_view text;   ///< the whole token
  std::string_view inner;  ///< quoted: between the marks
  Op op = Op::all;
  std::uint32_t n = 0;
  bool glued = false;  ///< no blank in front of it
};

}  // namespace news::foreign
