// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "searcher/engine/search/searcher.hpp"
#include "searcher/engine/timeline/counts.hpp"
#include "searcher/engine/timeline/period.hpp"

namespace news {

struct TimelineSeries {
  Node query;
  Node filters;                             ///< the query without its words; `*` if nothing is left
  TimelineCounts hits;                      ///< of the query
  TimelineCounts all;                       ///< of the filters: what the hits are a share of
  TimelineCounts hit_stories, all_stories;  ///< of both
};

/// Where the time went, in milliseconds: finding the articles, and counting them.
struct TimelineTimes {
  double match = 0, count = 0;
};

struct Timeline {
  PeriodUnit unit = PeriodUnit::year;
  Period first = 0;
  Revisions revisions;  ///< of the archives
  std::vector<TimelineSeries> series;
  TimelineCounts all;  ///< of the filters of one query or more
  TimelineCounts all_stories;
  bool has_copies = false;  ///< an article of the archives has one
  TimelineTimes times;

  /// From the first with an article of `all` to the last.
  std::size_t periods() const { return all.counts.size(); }
  Period period(std::size_t n) const { return first + static_cast<Period>(n); }
  std::string name(std::size_t n) const { return period_name(period(n), unit); }
  CivilDay start(std::size_t n) const { return first_day(period(n), unit); }
  /// Nothing is known of this period: the archive has no article of it under the filters.
  bool gap(std::size_t n) const { return all.counts[n] == 0; }
  bool has_gap() const {
    return std::find(all.counts.begin(), all.counts.end(), 0u) != all.counts.end();
  }
};

/// Counts each query, and the articles under its filters, by period. Without a unit: the finest by
/// which there are few enough periods to look at (62 days, 54 weeks, 96 months) and most dated
/// articles have one. O(articles matched + days between the first and the last), beyond finding
/// them. Throws as Searcher::search does.
Timeline count_timeline(Searcher& searcher, const std::vector<Node>& queries,
                        std::optional<PeriodUnit> unit, std::uint32_t max_expansions);

}  // namespace news
