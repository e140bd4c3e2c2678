// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/date.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/printer.hpp"

namespace {

// Every query is an error with a place, or prints to a query that means the same.
void check(std::string_view text, const news::ParseOptions& options) {
  std::string printed;
  news::Node query;
  try {
    query = news::parse_query(text, options);
    printed = news::to_string(query);
  } catch (const news::QueryError& error) {
    if (error.column() == 0 || news::caret_message(text, error).empty()) std::abort();
    return;
  }
  // Outside the try: an error on the canonical form is a bug and must crash.
  const news::Node again = news::parse_query(printed, options);
  if (!(again == query) || news::to_string(again) != printed) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text, {false, news::parse_date("2016-03-15")});
  news::query_hints(text);
  try {
    news::parse_any(text);
  } catch (const news::QueryError&) {
  }
  return 0;
}
