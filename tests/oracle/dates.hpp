// SPDX-License-Identifier: GPL-2.0-or-later
// ISO 8601 dates as written, kept as the interval of days they cover.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oracle {

enum class Precision { kYear, kMonth, kDay };

struct Interval {
  int first = 0;  // yyyymmdd
  int last = 0;   // yyyymmdd, the last day of a coarser date
  Precision precision = Precision::kDay;
};

// Nothing when the text is no date, or its year lies outside 1000-2999.
std::optional<Interval> parseIsoDate(std::string_view text);

// The day an address names between slashes, /2016/3/5 or /2016-03-05; the first that is a day.
std::optional<Interval> dateInUrl(const std::string& url);

// "2016", "2016-03..2016-06", "..2015", "2010.."; throws std::invalid_argument on anything else.
Interval parseDateRange(std::string_view text);

// The facet value: yyyy, yyyy-mm or yyyy-mm-dd; "undated"; "unknown" when the date is coarser.
std::string dateBucket(const std::optional<Interval>& date, Precision width);

}  // namespace oracle
