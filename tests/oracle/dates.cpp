// SPDX-License-Identifier: GPL-2.0-or-later
#include "dates.hpp"

#include <fmt/format.h>

#include <regex>
#include <stdexcept>

namespace oracle {
namespace {

// Reads exactly `count` digits off the front, or returns -1.
int takeDigits(std::string_view& text, size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

int daysIn(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool takeDash(std::string_view& text) {
  if (text.empty() || text.front() != '-') return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<Interval> parseIsoDate(std::string_view text) {
  const int year = takeDigits(text, 4);
  if (year < 1000 || year > 2999) return std::nullopt;
  if (text.empty()) return Interval{year * 10000 + 101, year * 10000 + 1231, Precision::kYear};
  if (!takeDash(text)) return std::nullopt;
  const int month = takeDigits(text, 2);
  if (month < 1 || month > 12) return std::nullopt;
  const int base = year * 10000 + month * 100;
  if (text.empty()) return Interval{base + 1, base + daysIn(year, month), Precision::kMonth};
  if (!takeDash(text)) return std::nullopt;
  const int day = takeDigits(text, 2);
  if (day < 1 || day > daysIn(year, month)) return std::nullopt;
  if (!text.empty() && text.front() != 'T' && text.front() != ' ') return std::nullopt;
  return Interval{base + day, base + day, Precision::kDay};
}

std::optional<Interval> dateInUrl(const std::string& url) {
  // A look-ahead, since the end of one day may be the slash before the next.
  static const std::regex kDay(
      "(?:^|/)(?=(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:/|$)|(\\d{4})-(\\d\\d)-(\\d\\d)(?:/|$|\\.[^/"
      "]*$))");
  for (std::sregex_iterator found(url.begin(), url.end(), kDay), end; found != end; ++found) {
    const size_t from = (*found)[1].matched ? 1 : 4;
    const auto number = [&](size_t i) { return std::stoi((*found)[from + i].str()); };
    const auto day =
        parseIsoDate(fmt::format("{:04}-{:02}-{:02}", number(0), number(1), number(2)));
    if (day) return day;
  }
  return std::nullopt;
}

Interval parseDateRange(std::string_view text) {
  const size_t dots = text.find("..");
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? from : text.substr(dots + 2);
  Interval out{0, 99999999, Precision::kDay};
  for (const std::string_view end : {from, to}) {
    if (!end.empty() && !parseIsoDate(end))
      throw std::invalid_argument("no date: " + std::string(end));
  }
  if (from.empty() && to.empty()) throw std::invalid_argument("empty date range");
  if (!from.empty()) out.first = parseIsoDate(from)->first;
  if (!to.empty()) out.last = parseIsoDate(to)->last;
  return out;
}

std::string dateBucket(const std::optional<Interval>& date, Precision width) {
  if (!date) return "undated";
  if (date->precision < width) return "unknown";
  const int year = date->first / 10000;
  const int month = date->first / 100 % 100;
  if (width == Precision::kYear) return fmt::format("{:04}", year);
  if (width == Precision::kMonth) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, date->first % 100);
}

}  // namespace oracle
