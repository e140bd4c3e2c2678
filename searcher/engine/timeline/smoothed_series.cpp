// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/smoothed_series.hpp"

#include <algorithm>
#include <limits>

namespace news {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

// Sums over windows, from the sums of all values up to each.
class Window {
 public:
  template <typename Value>
  Window(std::size_t periods, unsigned width, Value&& value)
      : sums_(periods + 1), half_(width / 2), even_(width % 2 == 0) {
    for (std::size_t n = 0; n < periods; ++n) sums_[n + 1] = sums_[n] + value(n);
  }
  /// Around n, twice: halves stay whole numbers.
  std::uint64_t doubled(std::size_t n) const {
    return even_ ? sum(n, half_) + sum(n, half_ - 1) : 2 * sum(n, half_);
  }

 private:
  std::uint64_t sum(std::size_t n, std::size_t reach) const {
    return sums_[std::min(n + reach + 1, sums_.size() - 1)] - sums_[n - std::min(n, reach)];
  }
  std::vector<std::uint64_t> sums_;
  std::size_t half_;
  bool even_;
};

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? kNothing : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

SmoothedSeries smooth_series(const Timeline& timeline, const TimelineSeries& series,
                             unsigned width) {
  const std::size_t periods = timeline.periods();
  const Window hits(periods, width, [&](std::size_t n) { return series.hits.counts[n]; });
  const Window all(periods, width, [&](std::size_t n) { return series.all.counts[n]; });
  const Window known(periods, width, [&](std::size_t n) { return timeline.gap(n) ? 0u : 1u; });
  SmoothedSeries out{std::vector<double>(periods, kNothing),
                     std::vector<double>(periods, kNothing)};
  for (std::size_t n = 0; n < periods; ++n) {
    if (timeline.gap(n)) continue;
    out.count[n] = ratio(hits.doubled(n), known.doubled(n));
    if (series.all.counts[n] > 0) out.share[n] = ratio(hits.doubled(n), all.doubled(n));
  }
  return out;
}

double peak(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = value > most ? value : most;
  return most;
}

}  // namespace news
