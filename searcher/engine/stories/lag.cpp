// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/lag.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

namespace news {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;

std::int64_t days(const Date& date) {
  return days_from_civil(date.year, date.month, date.day);
}

}  // namespace

std::optional<Lag> lag_between(const Date& from, const Date& to) {
  if (from.precision < Precision::day || to.precision < Precision::day) return std::nullopt;
  const std::int64_t between = (days(to) - days(from)) * kDay;
  if (from.precision == Precision::day || to.precision == Precision::day) {
    if (between == 0) return std::nullopt;
    return Lag{between, true};
  }
  std::int64_t seconds = between + to.second_of_day - from.second_of_day;
  if (from.has_offset && to.has_offset)
    seconds -= kMinute * (to.offset_minutes - from.offset_minutes);
  return Lag{seconds, false};
}

std::string lag_text(const Lag& lag) {
  constexpr std::pair<std::int64_t, const char*> kUnits[] = {
      {kDay, "d"}, {kHour, "h"}, {kMinute, "min"}, {1, "s"}};
  std::int64_t rest = std::abs(lag.seconds);
  std::string out;
  for (const auto& [size, name] : kUnits) {
    const std::int64_t n = rest / size;
    rest %= size;
    if (!out.empty()) return n > 0 ? fmt::format("{} {} {}", out, n, name) : out;
    if (n > 0) out = fmt::format("{} {}", n, name);
    if (n >= 10) return out;
  }
  return out.empty() ? "0 s" : out;
}

}  // namespace news
