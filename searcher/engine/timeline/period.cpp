// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/period.hpp"

#include <fmt/format.h>

namespace news {
namespace {

constexpr std::int32_t kEpochWeekday = 3;  // 1970-01-01 was a Thursday; Monday is 0

constexpr std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a / b - (a % b < 0);
}

// civil_from_days knows the years of articles alone, and the weeks at both ends lie outside them:
// H. Hinnant's algorithm for any day.
CivilDay civil_day(std::int32_t days) {
  const std::int32_t shifted = days + 719468;
  const std::int32_t era = floor_div(shifted, 146097);
  const auto of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const unsigned of_year = of_era - (365 * year + year / 4 - year / 100);
  const unsigned from_march = (5 * of_year + 2) / 153;
  const unsigned month = from_march < 10 ? from_march + 3 : from_march - 9;
  return {static_cast<int>(year) + era * 400 + (month <= 2), month,
          of_year - (153 * from_march + 2) / 5 + 1};
}

}  // namespace

std::optional<Period> period_of(const Date& date, PeriodUnit unit) {
  constexpr std::array<Precision, 4> kNeeded = {Precision::day, Precision::day, Precision::month,
                                                Precision::year};
  if (date.precision < kNeeded[static_cast<std::size_t>(unit)]) return {};
  if (unit == PeriodUnit::year) return date.year;
  if (date.month < 1 || date.month > 12) return {};
  if (unit == PeriodUnit::month) return date.year * 12 + date.month - 1;
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return {};
  const std::int32_t days = days_from_civil(date.year, date.month, date.day);
  return unit == PeriodUnit::day ? days : floor_div(days + kEpochWeekday, 7);
}

CivilDay first_day(Period period, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::day:
      return civil_day(period);
    case PeriodUnit::week:
      return civil_day(period * 7 - kEpochWeekday);
    case PeriodUnit::month:
      return {floor_div(period, 12), static_cast<unsigned>(period - floor_div(period, 12) * 12) + 1,
              1};
    case PeriodUnit::year:
      break;
  }
  return {period, 1, 1};
}

std::string format_day(const CivilDay& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::string period_name(Period period, PeriodUnit unit) {
  if (unit == PeriodUnit::week) {
    const std::int32_t thursday = period * 7 - kEpochWeekday + 3;
    const int year = civil_day(thursday).year;
    return fmt::format("{:04}-W{:02}", year, (thursday - days_from_civil(year, 1, 1)) / 7 + 1);
  }
  const CivilDay day = first_day(period, unit);
  if (unit == PeriodUnit::day) return format_day(day);
  if (unit == PeriodUnit::month) return fmt::format("{:04}-{:02}", day.year, day.month);
  return fmt::format("{:04}", day.year);
}

}  // namespace news
