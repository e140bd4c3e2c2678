// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/read_query.hpp"

#include <ctime>
#include <iostream>

#include "searcher/query/parser.hpp"

namespace news {

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  Date date;
  date.year = static_cast<std::int16_t>(local.tm_year + 1900);
  date.month = static_cast<std::uint8_t>(local.tm_mon + 1);
  date.day = static_cast<std::uint8_t>(local.tm_mday);
  date.precision = Precision::day;
  return date;
}

Node read_query(const SearcherOptions& options) {
  try {
    Node query = options.any ? parse_any(options.query)
                             : parse_foreign(options.query, options.syntax, {false, today()});
    if (!options.any && options.syntax == Syntax::native)
      for (const auto& hint : query_hints(options.query))
        std::cerr << "searcher: hint: " << sanitize(hint, false) << "\n";
    return query;
  } catch (const QueryError& e) {
    std::cerr << caret_message(options.query, e) << "\n";
    throw Error(Exit::usage, "the query cannot be read");
  }
}

}  // namespace news
