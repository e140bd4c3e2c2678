// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/date_histogram.hpp"

#include <algorithm>

namespace news {
namespace {

constexpr int kShift = 22;  // below the day there are the second and the precision
constexpr std::int64_t kFirstKey = std::int64_t{1000} << 9, kEndKey = std::int64_t{3000} << 9;

Date date_of(std::int64_t key) {
  Date date = unpack_date(key << kShift | static_cast<std::int64_t>(Precision::day));
  if (date.day == 0) date.precision = date.month == 0 ? Precision::year : Precision::month;
  return date;
}

}  // namespace

void DateKeys::extend(std::span<const std::int64_t> dates, const ArticleSet& articles) {
  std::int64_t low = kEndKey, high = -1;
  articles.for_each([&](DocId n) {
    const std::int64_t key = dates[n] >> kShift;
    if (key < kFirstKey || key >= kEndKey) return;
    low = std::min(low, key);
    high = std::max(high, key);
  });
  if (high < low) return;
  first = last < first ? low : std::min(first, low);
  last = std::max(last, high);
}

DateHistogram::DateHistogram(const DateKeys& keys)
    : first_(keys.first), by_key_(static_cast<std::size_t>(keys.last - keys.first + 1)) {}

void DateHistogram::add(std::span<const std::int64_t> dates, const ArticleSet& articles) {
  std::uint64_t undated = 0, odd = 0;
  articles.for_each([&](DocId n) {
    const auto at = static_cast<std::uint64_t>((dates[n] >> kShift) - first_);
    if (at < by_key_.size())
      ++by_key_[at];
    else
      ++(dates[n] == 0 ? undated : odd);
  });
  undated_ += undated;
  odd_ += odd;
}

std::vector<std::uint32_t> DateHistogram::places(PeriodUnit unit, Period first) const {
  std::vector<std::uint32_t> out(by_key_.size(), kNoPlace);
  for (std::size_t at = 0; at < by_key_.size(); ++at) {
    if (by_key_[at] == 0) continue;
    const auto period = period_of(date_of(first_ + static_cast<std::int64_t>(at)), unit);
    if (period) out[at] = static_cast<std::uint32_t>(*period - first);
  }
  return out;
}

std::optional<std::uint32_t> DateHistogram::place_of(
    std::int64_t packed, const std::vector<std::uint32_t>& places) const {
  const auto at = static_cast<std::uint64_t>((packed >> kShift) - first_);
  if (at >= places.size() || places[at] == kNoPlace) return std::nullopt;
  return places[at];
}

// Visits (articles, their period if they have one), by date.
template <typename Visit>
void DateHistogram::for_each_period(PeriodUnit unit, Visit&& visit) const {
  for (std::size_t at = 0; at < by_key_.size(); ++at)
    if (by_key_[at] > 0)
      visit(by_key_[at], period_of(date_of(first_ + static_cast<std::int64_t>(at)), unit));
}

DateHistogram::Extent DateHistogram::extent(PeriodUnit unit) const {
  Extent out;
  out.dated = out.coarse = odd_;
  for_each_period(unit, [&](std::uint32_t articles, std::optional<Period> period) {
    out.dated += articles;
    if (!period) {
      out.coarse += articles;
    } else {
      if (out.last < out.first) out.first = *period;
      out.last = *period;
    }
  });
  return out;
}

TimelineCounts DateHistogram::count(PeriodUnit unit, Period first, std::size_t periods) const {
  TimelineCounts out;
  out.counts.resize(periods);
  out.undated = undated_;
  out.coarse = odd_;
  out.total = undated_ + odd_;
  for_each_period(unit, [&](std::uint32_t articles, std::optional<Period> period) {
    out.total += articles;
    if (period)
      out.counts[static_cast<std::size_t>(*period - first)] += articles;
    else
      out.coarse += articles;
  });
  return out;
}

}  // namespace news
