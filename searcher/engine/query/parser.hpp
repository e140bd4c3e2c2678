// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/date.hpp"
#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news {

struct ParseOptions {
  bool any = false;  ///< the query is plain words: parse_any
  Date today;        ///< what `date:yesterday` counts from; when undated, such dates are errors
};

/// Reads a query by the grammar of docs/QUERY.md; nothing is guessed, every doubt is a QueryError.
/// The tree obeys ast.hpp. Thread-safe; linear but for its 200 levels of nesting.
Node parse_query(std::string_view text, const ParseOptions& options = {});

/// Plain words, any of which may match: no operators and no syntax. Bytes that are not UTF-8 count
/// as blanks. Throws QueryError only if there is no word at all. Thread-safe; linear.
Node parse_any(std::string_view text);

/// What the user may have meant otherwise (`and` in lower case …), one sentence each; the query is
/// read as written all the same. Empty when the query is not valid. Never throws QueryError.
std::vector<std::string> query_hints(std::string_view text);

}  // namespace news
