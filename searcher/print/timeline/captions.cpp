// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/timeline/captions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {

std::string share_text(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  const double percent = 100 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && percent < 0.01) return "<0.01 %";
  return fmt::format("{:.2f} %", percent);
}

std::string total_text(const TimelineSeries& series) {
  return fmt::format("{} of {} article{} ({})", with_commas(series.hits.total),
                     with_commas(series.all.total), series.all.total == 1 ? "" : "s",
                     share_text(series.hits.total, series.all.total));
}

std::string revision_text(const Revisions& revisions) {
  const bool one = revisions.size() == 1;
  return fmt::format("Revision{} {} of the archive{}", one ? "" : "s", fmt::join(revisions, ", "),
                     one ? "" : "s");
}

std::string stories_text(std::uint64_t stories) {
  return with_commas(stories) + (stories == 1 ? " story" : " stories");
}

std::string parts_text(const TimelineCounts& counts, PeriodUnit unit) {
  std::string out =
      fmt::format("{} in these {}", with_commas(counts.total - counts.undated - counts.coarse),
                  unit_text(unit, counts.counts.size()));
  if (counts.undated > 0) out += fmt::format(", {} undated", with_commas(counts.undated));
  if (counts.coarse > 0) out += fmt::format(", {} dated too coarsely", with_commas(counts.coarse));
  return out;
}

std::string unit_text(PeriodUnit unit, std::uint64_t number) {
  return std::string(kPeriodUnitNames[static_cast<std::size_t>(unit)]) + (number == 1 ? "" : "s");
}

std::string span_text(const Timeline& timeline, unsigned smooth) {
  std::string out = "by " + unit_text(timeline.unit, 1);
  if (timeline.periods() > 0)
    out += ", " + timeline.name(0) + " to " + timeline.name(timeline.periods() - 1);
  if (smooth > 1)
    out +=
        fmt::format(", drawn as the average over {} {}", smooth, unit_text(timeline.unit, smooth));
  return out;
}

std::string query_text(const Node& query) {
  return sanitize(to_string(query));
}

bool shares_are_whole(const Timeline& timeline) {
  return std::all_of(timeline.series.begin(), timeline.series.end(),
                     [](const auto& series) { return series.query == series.filters; });
}

}  // namespace news
