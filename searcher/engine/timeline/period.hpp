// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.hpp"

namespace news {

enum class PeriodUnit : std::uint8_t { day, week, month, year };
inline constexpr std::array<std::string_view, 4> kPeriodUnitNames = {"day", "week", "month",
                                                                     "year"};

/// A day, week, month or year by number: the next one's is greater by 1. Weeks are those of ISO
/// 8601, from Monday to Sunday.
using Period = std::int32_t;

/// The period that holds the whole of the date, as it was written; none when the date is coarser
/// than the unit, undated, or in no calendar (31 February). Thread-safe.
std::optional<Period> period_of(const Date& date, PeriodUnit unit);

/// `2016-02-01`, `2016-W05`, `2016-02` or `2016`. A week belongs to the year of its Thursday.
std::string period_name(Period period, PeriodUnit unit);

/// The first day of a period: a date of the calendar, whatever the unit.
struct CivilDay {
  int year = 0;
  unsigned month = 0, day = 0;  ///< from 1
};
CivilDay first_day(Period period, PeriodUnit unit);
/// `2016-02-01`
std::string format_day(const CivilDay& day);

}  // namespace news
