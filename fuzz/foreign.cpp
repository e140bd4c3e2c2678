// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/date.hpp"
#include "searcher/engine/query/foreign/foreign.hpp"
#include "searcher/engine/query/printer.hpp"

// Every query is an error with a place, or has a native form that means the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const news::ParseOptions options{false, news::parse_date("2016-03-15")};
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto syntax = data[0] % 2 == 0 ? news::Syntax::factiva : news::Syntax::nexis;
  news::Node query;
  try {
    query = news::parse_foreign(text, syntax, options);
  } catch (const news::QueryError& error) {
    if (error.column() == 0 || news::caret_message(text, error).empty()) std::abort();
    return 0;
  }
  // Outside the try: an error on the native form is a bug and must crash.
  if (!(news::parse_query(news::to_string(query), options) == query)) std::abort();
  return 0;
}
