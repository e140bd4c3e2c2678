// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/engine/query/ast.hpp"

namespace news {

/// The day that this machine's clock and time zone say.
Date today();

/// A date filter that cannot be read, or makes no sense.
struct DateTrouble {
  std::string message, suggestion;
};

/// Reads the value of `date:`: `2016`, `2016-03`, `2016-03-01`, `A..B`, `A..`, `..B`, `undated`,
/// any day that parse_date reads, `march 2016`, `today`, `yesterday`, `this|last week|month|year`,
/// `last 2 weeks`. Relative forms count from `today` (undated: they are errors). On failure returns
/// nothing and fills `trouble`. Thread-safe.
std::optional<DateRange> parse_date_filter(std::string_view value, const Date& today,
                                           DateTrouble& trouble);

/// `2016`, `2016-03..2016-06`, `..2015`, `undated`; parse_date_filter reads it back.
std::string format_date_filter(const DateRange& range);

}  // namespace news
