// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "common/date.hpp"
#include "common/date_clock.hpp"
#include "common/date_scanner.hpp"

namespace news {
namespace date_reading {
namespace {

unsigned month_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (unsigned m = 0; m < 12; ++m) {
    if (is_abbreviation(word, kMonths[m])) return m + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return std::any_of(kDays.begin(), kDays.end(),
                     [&](auto day) { return is_abbreviation(word, day); });
}

Date make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 1000 || year > 2999 || month < 1 || month > 12) return {};
  if (day < 1 || day > days_in_month(static_cast<int>(year), static_cast<unsigned>(month))) {
    return {};
  }
  Date date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  date.precision = Precision::day;
  return date;
}

/// A year alone, or a year and a month.
Date make_coarse(std::int64_t year, std::int64_t month, Precision precision) {
  Date date = make_date(year, month, 1);
  if (!date.dated()) return {};
  date.day = 0;
  if (precision == Precision::year) date.month = 0;
  date.precision = precision;
  return date;
}

Date from_epoch(std::int64_t seconds) {
  Date date = civil_from_days(static_cast<std::int32_t>(seconds / 86400));
  if (!date.dated()) return {};
  date.second_of_day = static_cast<std::uint32_t>(seconds % 86400);
  date.has_offset = true;
  date.precision = Precision::second;
  return date;
}

/// What may follow a whole date: nothing, or a time of day and perhaps a zone.
Date with_time(Scanner& in, Date date) {
  if (in.done() || !date.dated()) return date;
  bool apart = in.skip('T') || in.skip('t');
  if (!apart) {
    apart = in.skip(',');
    apart = in.skip_blanks() || apart;
    Scanner look = in;
    if (equals(look.letters(), "at") && look.skip_blanks()) in = look;
  }
  if (!apart || !read_clock(in, date) || !read_zone(in, date) || !in.done()) return {};
  return date;
}

/// `2016`, `2016-03`, `2016-03-01…`, `2016/3/1`, once the year is read.
Date from_year(Scanner& in, std::int64_t year) {
  if (in.done()) return make_coarse(year, 1, Precision::year);
  const char separator = in.peek();
  if (separator != '-' && separator != '/' && separator != '.') return {};
  in.skip(separator);
  const auto month = in.digits();
  if (month.empty() || month.size() > 2) return {};
  if (in.done()) return make_coarse(year, number(month), Precision::month);
  if (!in.skip(separator)) return {};
  const auto day = in.digits();
  if (day.empty() || day.size() > 2) return {};
  return with_time(in, make_date(year, number(month), number(day)));
}

/// `3/4/2021`, `3.4.2021`, `3-4-2021`, once the first number is read.
Date from_day_and_month(Scanner& in, std::int64_t first, DayMonthOrder order) {
  const char separator = in.peek();
  in.skip(separator);
  const auto middle = in.digits();
  if (middle.empty() || middle.size() > 2 || !in.skip(separator)) return {};
  const auto year = in.digits();
  if (year.size() != 4) return {};
  const Date day_first = make_date(number(year), number(middle), first);
  const Date month_first = make_date(number(year), first, number(middle));
  if (order == DayMonthOrder::automatic && separator == '.') order = DayMonthOrder::day_first;
  Date date = order == DayMonthOrder::month_first ? month_first : day_first;
  if (!date.dated()) date = day_first.dated() ? day_first : month_first;
  const bool two_readings = day_first.dated() && month_first.dated() && day_first != month_first;
  if (order == DayMonthOrder::automatic && two_readings) return {};
  return with_time(in, date);
}

void skip_separators(Scanner& in) {
  while (in.skip_blanks() || in.skip('-') || in.skip('.') || in.skip(',') || in.skip('/')) {
  }
}

/// `3rd`, `1st of`: the letters stuck to a day number.
void skip_ordinal(Scanner& in) {
  Scanner look = in;
  const auto word = look.letters();
  if (equals(word, "st") || equals(word, "nd") || equals(word, "rd") || equals(word, "th")) {
    in = look;
  }
}

/// `3 March 2016`, `26-FEB-1987 15:01:01.79`, `Tue, 03 Mar 2016 10:04:00 +0100`, after the day.
Date from_day(Scanner& in, std::int64_t day) {
  skip_ordinal(in);
  skip_separators(in);
  auto word = in.letters();
  if (equals(word, "of") && in.skip_blanks()) word = in.letters();
  const unsigned month = month_number(word);
  if (month == 0) return {};
  skip_separators(in);
  const auto digits = in.digits();
  if (digits.size() == 4) return with_time(in, make_date(number(digits), month, day));
  if (digits.size() != 2 || in.done()) return {};
  // RFC 2822 section 4.3 says what two digits mean, but only a mail date (one with a time) is one.
  const std::int64_t year = number(digits) + (number(digits) < 50 ? 2000 : 1900);
  return with_time(in, make_date(year, month, day));
}

/// `March 3, 2016 10:04 AM`, `March 2016`, and ctime's `Mar  3 10:04:00 EST 2016`, after the month.
Date from_month(Scanner& in, unsigned month) {
  skip_separators(in);
  const auto first = in.digits();
  if (first.size() == 4) {
    return in.done() ? make_coarse(number(first), month, Precision::month) : Date{};
  }
  if (first.empty() || first.size() > 2) return {};
  skip_ordinal(in);
  skip_separators(in);
  Scanner clock = in;
  const auto year = in.digits();
  if (year.size() == 4) return with_time(in, make_date(number(year), month, number(first)));
  Date time;
  if (!read_clock(clock, time) || !read_zone(clock, time) || !clock.skip_blanks()) return {};
  Date date = make_date(number(clock.digits()), month, number(first));
  if (!date.dated() || !clock.done()) return {};
  date.second_of_day = time.second_of_day;
  date.offset_minutes = time.offset_minutes;
  date.has_offset = time.has_offset;
  date.precision = Precision::second;
  return date;
}

/// Digits with no separator at all: epoch seconds or milliseconds, `20160301100400`.
Date from_long_number(Scanner& in, std::string_view digits) {
  if (digits.size() == 10 && read_fraction(in) && in.done()) return from_epoch(number(digits));
  if (!in.done()) return {};
  if (digits.size() == 13) return from_epoch(number(digits) / 1000);
  if (digits.size() != 14) return {};
  Scanner clock(digits.substr(8));
  Date date = make_date(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                        number(digits.substr(6, 2)));
  return date.dated() && read_clock(clock, date) ? date : Date{};
}

Date from_number(Scanner& in, DayMonthOrder order) {
  const auto digits = in.digits();
  switch (digits.size()) {
    case 4:
      return from_year(in, number(digits));
    case 8:
      return with_time(in, make_date(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                                     number(digits.substr(6))));
    case 1:
    case 2:
      break;
    default:
      return from_long_number(in, digits);
  }
  Scanner look = in;
  const char separator = look.peek();
  const bool joined = separator == '/' || separator == '.' || separator == '-';
  if (joined && look.skip(separator) && is_digit(look.peek())) {
    return from_day_and_month(in, number(digits), order);
  }
  return from_day(in, number(digits));
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace
}  // namespace date_reading

Date parse_date(std::string_view text, DayMonthOrder order) {
  constexpr std::size_t kMaxDate = 128;
  if (text.size() > kMaxDate) return {};
  using namespace date_reading;
  Scanner in(trim(text));
  if (is_digit(in.peek())) return from_number(in, order);
  auto word = in.letters();
  if (is_weekday(word)) {
    skip_separators(in);
    if (is_digit(in.peek())) return from_number(in, order);
    word = in.letters();
  }
  const unsigned month = month_number(word);
  return month == 0 ? Date{} : from_month(in, month);
}

}  // namespace news
