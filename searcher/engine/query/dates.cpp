// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/dates.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <vector>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr int kFirstYear = 1000, kLastYear = 2999;

struct Trouble : DateTrouble {};  // thrown inside this file only

[[noreturn]] void fail(std::string message, std::string suggestion = {}) {
  throw Trouble{{std::move(message), std::move(suggestion)}};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<unsigned> read_number(std::string_view text) {
  if (text.empty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), is_digit))
    return {};
  unsigned value = 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

Date make(int year, unsigned month = 0, unsigned day = 0) {
  if (year < kFirstYear || year > kLastYear)
    fail("the year " + std::to_string(year) + " is outside 1000 to 2999");
  Date date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  date.precision = day ? Precision::day : month ? Precision::month : Precision::year;
  return date;
}

Date day_number(std::int32_t days) {
  const Date date = civil_from_days(days);
  return make(date.year, date.month, date.day);
}

std::int32_t first_day(const Date& date) {
  return days_from_civil(date.year, date.month, date.day);
}

std::int32_t last_day(const Date& date) {
  const unsigned month = date.month ? date.month : 12;
  return days_from_civil(date.year, month, date.day ? date.day : days_in_month(date.year, month));
}

// The month `count` months before (or, negative, after) that of `date`.
Date months_before(const Date& date, int count) {
  const int months = date.year * 12 + date.month - 1 - count;
  return make(months / 12, static_cast<unsigned>(months % 12) + 1);
}

DateRange one(const Date& date) {
  return {date, date, false};
}
DateRange span(const Date& from, const Date& to) {
  return {from, to, false};
}

std::vector<std::string> split_words(std::string_view value) {
  std::vector<std::string> out(1);
  for (char c : value) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r') || c == ',';
    if (blank && !out.back().empty()) out.emplace_back();
    if (!blank) out.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

unsigned month_of(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (name.ends_with('.')) name.remove_suffix(1);
  for (unsigned m = 0; m < 12; ++m)
    if (name == kMonths[m] || (name.size() == 3 && kMonths[m].starts_with(name))) return m + 1;
  return name == "sept" ? 9 : 0;
}

std::string_view singular(std::string_view unit) {
  if (unit.ends_with('s')) unit.remove_suffix(1);
  return unit;
}

// `last 2 weeks`: that many, today included.
DateRange last_count(unsigned count, std::string_view unit, const Date& today) {
  const std::int32_t end = first_day(today);
  if (count < 1 || count > 100000) fail("'last " + std::to_string(count) + "' is not a period");
  const int n = static_cast<int>(count);
  if (unit == "day") return span(day_number(end - n + 1), today);
  if (unit == "week") return span(day_number(end - 7 * n + 1), today);
  if (unit == "year" && n > kLastYear) fail("the year is outside 1000 to 2999");
  const Date month = months_before(today, unit == "year" ? 12 * n : n);
  const unsigned day = std::min<unsigned>(today.day, days_in_month(month.year, month.month));
  return span(day_number(days_from_civil(month.year, month.month, day) + 1), today);
}

// `last month` is the calendar month before this one; weeks run from Monday to Sunday.
DateRange calendar_unit(bool last, std::string_view unit, const Date& today) {
  if (unit == "day") return one(day_number(first_day(today) - last));
  if (unit == "month") return one(months_before(today, last));
  if (unit == "year") return one(make(today.year - last));
  const std::int32_t day = first_day(today);
  const std::int32_t weekday = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
  const std::int32_t monday = day - weekday - 7 * last;
  return span(day_number(monday), day_number(monday + 6));
}

std::optional<DateRange> relative(const std::vector<std::string>& words, const Date& today) {
  const auto known = [&today]() -> Date {
    if (today.precision < Precision::day)
      fail("no date is known for 'today'", "Write the dates as 2016-03-01..2016-03-14.");
    return make(today.year, today.month, today.day);
  };
  if (words.size() == 1 && words[0] == "today") return one(known());
  if (words.size() == 1 && words[0] == "yesterday") return calendar_unit(true, "day", known());
  if (words.size() < 2 || words.size() > 3) return {};
  const bool last = words[0] == "last" || words[0] == "past";
  const std::string_view unit = singular(words.back());
  if (unit != "day" && unit != "week" && unit != "month" && unit != "year") return {};
  if (words.size() == 2 && (last || words[0] == "this")) return calendar_unit(last, unit, known());
  if (!last || words.size() != 3) return {};
  const auto count = read_number(words[1]);
  if (!count) return {};
  return last_count(*count, unit, known());
}

std::optional<Date> iso(std::string_view value) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return read_number(value.substr(at, size));
  };
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return {};
  const auto year = part(0, 4);
  if (!year) return {};
  if (value.size() == 4) return make(static_cast<int>(*year));
  const auto month = part(5, 2);
  if (value[4] != '-' || !month) return {};
  if (*month < 1 || *month > 12) fail("there is no month " + std::to_string(*month));
  const int y = static_cast<int>(*year);
  if (value.size() == 7) return make(y, *month);
  const auto day = part(8, 2);
  if (value[7] != '-' || !day) return {};
  make(y);
  if (*day < 1 || *day > days_in_month(y, *month))
    fail("there is no day " + std::to_string(*day) + " in that month");
  return make(y, *month, *day);
}

DateRange read_one(std::string_view value, const Date& today) {
  if (const auto date = iso(value)) return one(*date);
  const auto words = split_words(value);
  if (const auto range = relative(words, today)) return *range;
  if (words.size() == 2)
    if (const unsigned month = month_of(words[0]))
      if (const auto year = read_number(words[1])) return one(make(static_cast<int>(*year), month));
  const Date date = parse_date(value);
  if (date.precision == Precision::second)
    fail("a date filter goes down to the day",
         "Write " + format_date(make(date.year, date.month, date.day)) + ".");
  if (!date.dated())
    fail("'" + std::string(value) + "' is not a date that can be read in one way only",
         "Write 2016, 2016-03, 2016-03-01, A..B, undated, \"march 2016\" or \"last 2 weeks\".");
  return one(make(date.year, date.month, date.day));
}

DateRange read_filter(std::string_view value, const Date& today) {
  value = trim(value);
  if (value.empty()) fail("the date is empty");
  if (const auto words = split_words(value); words.size() == 1 && words[0] == "undated")
    return {std::nullopt, std::nullopt, true};
  const auto dots = value.find("..");
  if (dots == std::string_view::npos) return read_one(value, today);
  const std::string_view left = trim(value.substr(0, dots)), right = trim(value.substr(dots + 2));
  if (left.empty() && right.empty())
    fail("a range needs at least one end", "Every dated article: NOT date:undated.");
  DateRange range;
  if (!left.empty()) range.from = read_one(left, today).from;
  if (!right.empty()) range.to = read_one(right, today).to;
  if (range.from && range.to && first_day(*range.from) > last_day(*range.to))
    fail("the range ends before it starts", "Swap the two dates.");
  return range;
}

}  // namespace

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

std::optional<DateRange> parse_date_filter(std::string_view value, const Date& today,
                                           DateTrouble& trouble) {
  try {
    return read_filter(value, today);
  } catch (const Trouble& t) {
    trouble = t;
    return std::nullopt;
  }
}

std::string format_date_filter(const DateRange& range) {
  if (range.undated) return "undated";
  if (range.from == range.to && range.from) return format_date(*range.from);
  return (range.from ? format_date(*range.from) : "") + ".." +
         (range.to ? format_date(*range.to) : "");
}

}  // namespace news
