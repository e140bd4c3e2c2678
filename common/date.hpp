// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// How much of a date was written. Order matters: finer is greater.
enum class Precision : std::uint8_t { none, year, month, day, second };

/// A publication date as its publisher wrote it: civil time in the article's own offset.
/// Plain value; `precision == none` is "undated" and then every other member is zero.
struct Date {
  std::int16_t year = 0;            ///< 1000–2999
  std::uint8_t month = 0;           ///< 1–12, 0 when coarser than a month
  std::uint8_t day = 0;             ///< 1–31, 0 when coarser than a day
  std::uint32_t second_of_day = 0;  ///< 0–86399; 0 when coarser than a second
  std::int16_t offset_minutes = 0;  ///< east of UTC; meaningful only when has_offset
  bool has_offset = false;
  Precision precision = Precision::none;

  bool dated() const { return precision != Precision::none; }
  friend bool operator==(const Date&, const Date&) = default;
};

/// Which of 3/4/2021 is the month. `automatic` accepts only what can be read one way
/// (13/4/2021, 4.4.2021 or d.m.yyyy with dots); the rest is undated.
enum class DayMonthOrder : std::uint8_t { automatic, month_first, day_first };

/// Reads one date in any form the formats we import use: ISO 8601 (reduced precision, offsets,
/// fractions), RFC 2822, `26-FEB-1987 15:01:01.79`, `m/d/yyyy`, `d.m.yyyy`, epoch seconds or
/// milliseconds (10 or 13 digits), `March 3, 2016`, `3 March 2016`. Never guesses, never throws:
/// whatever cannot be read, or lies outside years 1000–2999, is an undated Date. Thread-safe,
/// O(length); looks at 128 bytes at most.
Date parse_date(std::string_view text, DayMonthOrder order = DayMonthOrder::automatic);

/// ISO 8601 at the date's own precision: `2016`, `2016-03`, `2016-03-01`,
/// `2016-03-01T10:04:00+02:00`;
/// "" when undated. parse_date(format_date(d)) == d.
std::string format_date(const Date& date);

/// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible
/// low-level date algorithms"). Month and day 0 count as 1.
std::int32_t days_from_civil(int year, unsigned month, unsigned day);
Date civil_from_days(std::int32_t days);
unsigned days_in_month(int year, unsigned month);

/// A date as one integer whose order is time order (undated lowest, coarse before fine) and which
/// packs all but the offset: year<<31 | month<<27 | day<<22 | second_of_day<<4 | precision. 0 is
/// undated.
std::int64_t pack_date(const Date& date);
Date unpack_date(std::int64_t packed);

}  // namespace news
