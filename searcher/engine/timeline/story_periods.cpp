// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/story_periods.hpp"

#include "searcher/engine/stories/story_counts.hpp"

namespace news {

TimelineCounts count_story_periods(const Archives& archives, const StoryIndex& stories,
                                   const std::vector<ArticleSet>& articles,
                                   const DateHistogram& histogram, const TimelineCounts& counts,
                                   const PeriodAxis& axis) {
  TimelineCounts out = counts;
  if (stories.empty()) return out;
  constexpr std::uint32_t kUndated = 0, kCoarse = 1, kFirst = 2;
  const auto places = histogram.places(axis.unit, axis.first);
  const auto repeats = count_repeats(
      stories, articles, axis.periods + kFirst, [&](std::uint32_t s, DocId n, auto&& put) {
        const std::int64_t date = archives.segments()[s]->dates()[n];
        const auto place = histogram.place_of(date, places);
        put(place ? *place + kFirst : date == 0 ? kUndated : kCoarse);
      });
  out.undated -= repeats[kUndated];
  out.coarse -= repeats[kCoarse];
  for (std::size_t n = 0; n < axis.periods; ++n) out.counts[n] -= repeats[n + kFirst];
  out.total = count_stories(stories, articles, counts.total);
  return out;
}

}  // namespace news
