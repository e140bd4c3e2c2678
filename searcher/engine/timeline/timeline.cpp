// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/timeline.hpp"

#include <chrono>

#include "searcher/engine/timeline/date_histogram.hpp"
#include "searcher/engine/timeline/filters.hpp"
#include "searcher/engine/timeline/story_periods.hpp"

namespace news {
namespace {

using Sets = std::vector<ArticleSet>;  // one a segment
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

DateHistogram histogram(const Archives& archives, const DateKeys& keys, const Sets& sets) {
  DateHistogram out(keys);
  for (std::size_t s = 0; s < sets.size(); ++s) out.add(archives.segments()[s]->dates(), sets[s]);
  return out;
}

PeriodUnit fitting_unit(const DateHistogram& all) {
  constexpr std::array<std::int64_t, 3> kMaxPeriods = {62, 54, 96};
  for (std::size_t n = 0; n < kMaxPeriods.size(); ++n) {
    const auto unit = static_cast<PeriodUnit>(n);
    const auto extent = all.extent(unit);
    if (extent.periods() <= kMaxPeriods[n] && 2 * extent.coarse <= extent.dated) return unit;
  }
  return PeriodUnit::year;
}

// What each query finds and what its filters let through; many queries have the same filters.
struct Matched {
  std::vector<Sets> hits, all;
  Sets any;  // under the filters of one query or more
};

Matched match(Searcher& searcher, const std::vector<TimelineSeries>& series,
              std::uint32_t max_expansions) {
  Matched out;
  for (std::size_t n = 0; n < series.size(); ++n) {
    const bool again = n > 0 && series[n].filters == series[n - 1].filters;
    out.all.push_back(again ? out.all.back() : searcher.match(series[n].filters, max_expansions));
    out.hits.push_back(series[n].query == series[n].filters
                           ? out.all.back()
                           : searcher.match(series[n].query, max_expansions));
    if (n == 0) out.any = out.all.back();
    for (std::size_t s = 0; s < out.any.size(); ++s) out.any[s] |= out.all.back()[s];
  }
  return out;
}

}  // namespace

Timeline count_timeline(Searcher& searcher, const std::vector<Node>& queries,
                        std::optional<PeriodUnit> unit, std::uint32_t max_expansions) {
  const Archives& archives = searcher.archives();
  Timeline out;
  out.revisions = archives.revisions();
  for (const Node& query : queries)
    out.series.push_back({query, filters_of(query), {}, {}, {}, {}});
  const auto begin = Clock::now();
  const Matched matched = match(searcher, out.series, max_expansions);
  const auto found = Clock::now();
  DateKeys keys;
  for (std::size_t s = 0; s < matched.any.size(); ++s)
    keys.extend(archives.segments()[s]->dates(), matched.any[s]);
  const DateHistogram any = histogram(archives, keys, matched.any);
  out.unit = unit ? *unit : fitting_unit(any);
  const auto extent = any.extent(out.unit);
  out.first = extent.first;
  const PeriodAxis axis{out.unit, out.first, static_cast<std::size_t>(extent.periods())};
  const auto count = [&](const DateHistogram& dates, const Sets& sets, TimelineCounts& articles,
                         TimelineCounts& stories) {
    articles = dates.count(axis.unit, axis.first, axis.periods);
    stories = count_story_periods(archives, searcher.stories(), sets, dates, articles, axis);
  };
  out.has_copies = !searcher.stories().empty();
  count(any, matched.any, out.all, out.all_stories);
  for (std::size_t n = 0; n < out.series.size(); ++n) {
    auto& [query, filters, hits, all, hit_stories, all_stories] = out.series[n];
    count(histogram(archives, keys, matched.hits[n]), matched.hits[n], hits, hit_stories);
    count(histogram(archives, keys, matched.all[n]), matched.all[n], all, all_stories);
  }
  out.times = {milliseconds(begin, found), milliseconds(found, Clock::now())};
  return out;
}

}  // namespace news
