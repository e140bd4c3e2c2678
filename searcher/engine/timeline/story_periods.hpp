// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/engine/stories/story_index.hpp"
#include "searcher/engine/timeline/date_histogram.hpp"

namespace news {

/// Where a histogram of dates is cut into periods.
struct PeriodAxis {
  PeriodUnit unit = PeriodUnit::year;
  Period first = 0;
  std::size_t periods = 0;
};

/// The stories of a set of articles (a set a segment) in all, without a date, and by period: those
/// that have an article there or more. `histogram`: of these articles, `counts`: what it says of
/// them. O(articles in stories + dates of the histogram); nothing but a copy if there are no
/// stories.
TimelineCounts count_story_periods(const Archives& archives, const StoryIndex& stories,
                                   const std::vector<ArticleSet>& articles,
                                   const DateHistogram& histogram, const TimelineCounts& counts,
                                   const PeriodAxis& axis);

}  // namespace news
