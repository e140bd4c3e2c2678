// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "common/archive/article_set.hpp"
#include "searcher/engine/timeline/counts.hpp"
#include "searcher/engine/timeline/period.hpp"

namespace news {

/// The dates of a set of articles to the day, as the key that a packed date begins with: year,
/// month, day, the latter two 0 when not written. Keys ascend with time.
struct DateKeys {
  std::int64_t first = 0, last = -1;  ///< none when last < first
  /// Takes in the keys of a segment's articles. `dates`: by document id, as pack_date gives them.
  void extend(std::span<const std::int64_t> dates, const ArticleSet& articles);
};

/// How many articles have each date, in a flat array. Not thread-safe.
class DateHistogram {
 public:
  /// Articles with other dates than these count as coarse.
  explicit DateHistogram(const DateKeys& keys);
  void add(std::span<const std::int64_t> dates, const ArticleSet& articles);

  struct Extent {
    Period first = 0, last = -1;
    std::uint64_t dated = 0, coarse = 0;  ///< articles with a date; those without a period
    std::int64_t periods() const { return std::int64_t{last} - first + 1; }
  };
  /// The first and last period with an article. O(keys).
  Extent extent(PeriodUnit unit) const;
  /// By period, `periods` of them from `first` on; none may lie outside. O(keys).
  TimelineCounts count(PeriodUnit unit, Period first, std::size_t periods) const;

  /// By date of the histogram, its place among the periods from `first` on; kNoPlace where it has
  /// no period, or no article has the date. O(keys).
  std::vector<std::uint32_t> places(PeriodUnit unit, Period first) const;
  static constexpr std::uint32_t kNoPlace = UINT32_MAX;
  /// That of a packed date, by what places() said; none for one without a period.
  std::optional<std::uint32_t> place_of(std::int64_t packed,
                                        const std::vector<std::uint32_t>& places) const;

 private:
  template <typename Visit>
  void for_each_period(PeriodUnit unit, Visit&& visit) const;
  std::int64_t first_;
  std::vector<std::uint32_t> by_key_;
  std::uint64_t undated_ = 0, odd_ = 0;
};

}  // namespace news
