// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date.hpp"

#include <cstdio>
#include <cstdlib>

namespace news {
namespace {

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::string format_offset(int minutes) {
  if (minutes == 0) return "Z";
  char buf[16];
  const int size = std::abs(minutes);
  std::snprintf(buf, sizeof buf, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
  return buf;
}

}  // namespace

unsigned days_in_month(int year, unsigned month) {
  constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

std::int32_t days_from_civil(int year, unsigned month, unsigned day) {
  if (month == 0) month = 1;
  if (day == 0) day = 1;
  year -= month <= 2;  // the year starts in March, so that the leap day is its last
  const int era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<std::int32_t>(day_of_era) - 719468;
}

Date civil_from_days(std::int32_t days) {
  const std::int64_t shifted = std::int64_t{days} + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted_month = (5 * day_of_year + 2) / 153;
  const unsigned month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int64_t year = std::int64_t{year_of_era} + era * 400 + (month <= 2);
  if (year < 1000 || year > 2999) return {};
  Date date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.precision = Precision::day;
  return date;
}

std::string format_date(const Date& date) {
  char buf[48];
  switch (date.precision) {
    case Precision::none:
      return {};
    case Precision::year:
      std::snprintf(buf, sizeof buf, "%04d", date.year);
      return buf;
    case Precision::month:
      std::snprintf(buf, sizeof buf, "%04d-%02u", date.year, unsigned{date.month});
      return buf;
    case Precision::day:
      std::snprintf(buf, sizeof buf, "%04d-%02u-%02u", date.year, unsigned{date.month},
                    unsigned{date.day});
      return buf;
    case Precision::second:
      break;
  }
  const unsigned second = date.second_of_day;
  std::snprintf(buf, sizeof buf, "%04d-%02u-%02uT%02u:%02u:%02u", date.year, unsigned{date.month},
                unsigned{date.day}, second / 3600, second / 60 % 60, second % 60);
  return date.has_offset ? buf + format_offset(date.offset_minutes) : std::string(buf);
}

std::int64_t pack_date(const Date& date) {
  if (!date.dated()) return 0;
  return std::int64_t{date.year} << 31 | std::int64_t{date.month} << 27 |
         std::int64_t{date.day} << 22 | std::int64_t{date.second_of_day} << 4 |
         static_cast<std::int64_t>(date.precision);
}

Date unpack_date(std::int64_t packed) {
  const auto precision = packed & 15;
  if (packed <= 0 || precision < 1 || precision > 4) return {};
  Date date;
  date.year = static_cast<std::int16_t>(packed >> 31);
  date.month = packed >> 27 & 15;
  date.day = packed >> 22 & 31;
  date.second_of_day = static_cast<std::uint32_t>(packed >> 4 & 0x3ffff);
  date.precision = static_cast<Precision>(precision);
  return date;
}

}  // namespace news
