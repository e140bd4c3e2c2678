// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/engine/query/foreign/foreign.hpp"

#include <ostream>

#include "common/text/display.hpp"
#include "searcher/engine/query/parser.hpp"

namespace news {

Node read_query(const QueryText& query, const Date& today) {
  return query.any ? parse_any(query.text)
                   : parse_foreign(query.text, query.syntax, {false, today});
}

Node read_query(const QueryText& query, std::ostream& notes) {
  try {
    Node out = read_query(query, today());
    if (!query.any && query.syntax == Syntax::native)
      for (const auto& hint : query_hints(query.text))
        notes << "searcher: hint: " << sanitize(hint) << "\n";
    return out;
  } catch (const QueryError& e) {
    notes << caret_message(query.text, e) << "\n";
    throw UnreadableQuery(e);
  }
}

}  // namespace news
