// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/engine/timeline/timeline.hpp"

namespace news {

/// `1.80 %`; `<0.01 %` for what is less; `–` for a share of nothing.
std::string share_text(std::uint64_t part, std::uint64_t whole);
/// `1,234 of 68,640 articles (1.80 %)`
std::string total_text(const TimelineSeries& series);
/// `987 stories`
std::string stories_text(std::uint64_t stories);
/// Where the total is: `1,180 in these months, 30 undated, 24 dated too coarsely`.
std::string parts_text(const TimelineCounts& counts, PeriodUnit unit);
/// `by month, 2012-01 to 2020-12`, with the smoothing if there is any.
std::string span_text(const Timeline& timeline, unsigned smooth);
/// `Revision 7 of the archive`; `Revisions 7, 3 of the archives`.
std::string revision_text(const Revisions& revisions);
/// `months` for 2, `month` for 1.
std::string unit_text(PeriodUnit unit, std::uint64_t number);
/// The query in its canonical form, safe to print.
std::string query_text(const Node& query);
/// True if the hits are all that there is under the filters, by all queries: then a share says
/// nothing.
bool shares_are_whole(const Timeline& timeline);

}  // namespace news
