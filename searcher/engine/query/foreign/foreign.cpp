// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/foreign/foreign.hpp"

#include "searcher/engine/query/checks.hpp"
#include "searcher/engine/query/foreign/foreign_grammar.hpp"

namespace news {

Node parse_foreign(std::string_view query, Syntax syntax, const ParseOptions& options) {
  if (syntax == Syntax::native || options.any) return parse_query(query, options);
  check_text(query);
  if (syntax == Syntax::factiva) return foreign::parse_factiva(query, options);
  return foreign::parse_nexis(query, options);
}

}  // namespace news
