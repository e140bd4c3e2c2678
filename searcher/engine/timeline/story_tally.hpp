// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/engine/stories/story_index.hpp"
#include "searcher/engine/timeline/date_tally.hpp"

namespace news {

/// Where a tally of dates is cut into periods.
struct PeriodAxis {
  PeriodUnit unit = PeriodUnit::year;
  Period first = 0;
  std::size_t periods = 0;
};

/// The stories of a set of articles (a set a segment) in all, without a date, and by period: those
/// that have an article there or more. `tally`: of these articles, `counts`: what it says of them.
/// O(articles in stories + dates of the tally); nothing but a copy if there are no stories.
TimelineCounts count_story_periods(const Archives& archives, const StoryIndex& stories,
                                   const std::vector<ArticleSet>& articles, const DateTally& tally,
                                   const TimelineCounts& counts, const PeriodAxis& axis);

}  // namespace news
