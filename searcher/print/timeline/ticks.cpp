// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/timeline/ticks.hpp"

#include <fmt/format.h>

namespace news {
namespace {

constexpr std::size_t kBetween = 3;  // blank columns between labels

// Calls visit(period, first day) where a month begins: of the months that are whole in the
// timeline, the period that holds their beginning or, by weeks, the first that begins in them.
template <typename Visit>
void for_each_month(const Timeline& timeline, Visit&& visit) {
  for (std::size_t n = 0; n < timeline.periods(); ++n) {
    const CivilDay day = timeline.start(n);
    const bool first =
        n == 0 ? day.day <= (timeline.unit == PeriodUnit::week ? 7u : 1u)
               : day.month != timeline.start(n - 1).month || day.year != timeline.start(n - 1).year;
    if (first) visit(n, day);
  }
}

std::vector<Tick> month_ticks(const Timeline& timeline, unsigned step) {
  std::vector<Tick> out;
  for_each_month(timeline, [&](std::size_t n, const CivilDay& day) {
    if ((day.month - 1) % step == 0)
      out.push_back({n, fmt::format("{:04}-{:02}", day.year, day.month)});
  });
  return out;
}

std::vector<Tick> year_ticks(const Timeline& timeline, int step) {
  std::vector<Tick> out;
  for_each_month(timeline, [&](std::size_t n, const CivilDay& day) {
    if (day.month == 1 && day.year % step == 0) out.push_back({n, fmt::format("{:04}", day.year)});
  });
  return out;
}

// By years, all of them are January.
bool fits(const std::vector<Tick>& ticks, std::size_t columns) {
  return ticks.size() >= 2 && ticks.size() * (ticks[0].label.size() + kBetween) <= columns;
}

}  // namespace

std::vector<Tick> time_ticks(const Timeline& timeline, std::size_t columns) {
  if (timeline.periods() == 0) return {};
  const std::size_t label = timeline.name(0).size() + kBetween;
  if (timeline.periods() * label <= columns) {
    std::vector<Tick> all;
    for (std::size_t n = 0; n < timeline.periods(); ++n) all.push_back({n, timeline.name(n)});
    return all;
  }
  if (timeline.unit != PeriodUnit::year)
    for (const unsigned step : {1u, 3u, 6u})
      if (auto ticks = month_ticks(timeline, step); fits(ticks, columns)) return ticks;
  for (int tens = 1; tens <= 1000; tens *= 10)
    for (const int step : {tens, 2 * tens, 5 * tens})
      if (auto ticks = year_ticks(timeline, step); fits(ticks, columns)) return ticks;
  std::vector<Tick> ends = {{0, timeline.name(0)}};
  if (2 * label <= columns && timeline.periods() > 1)
    ends.push_back({timeline.periods() - 1, timeline.name(timeline.periods() - 1)});
  return ends;
}

double round_step(double peak, unsigned most, double least) {
  double tens = least;
  for (;; tens *= 10)
    for (const double step : {tens, 2 * tens, 5 * tens})
      if (step * most >= peak) return step;
}

}  // namespace news
