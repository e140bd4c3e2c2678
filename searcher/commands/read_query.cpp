// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/read_query.hpp"

#include <ctime>
#include <ostream>

#include "common/text/display.hpp"
#include "searcher/engine/query/parser.hpp"

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

Node read_query(const std::string& query, const SearcherOptions& options, const Date& today) {
  return options.any ? parse_any(query) : parse_foreign(query, options.syntax, {false, today});
}

Node read_query(const SearcherOptions& options, std::ostream& notes) {
  try {
    Node query = read_query(options.query, options, today());
    if (!options.any && options.syntax == Syntax::native)
      for (const auto& hint : query_hints(options.query))
        notes << "searcher: hint: " << sanitize(hint) << "\n";
    return query;
  } catch (const QueryError& e) {
    notes << caret_message(options.query, e) << "\n";
    throw UnreadableQuery(e);
  }
}

}  // namespace news
