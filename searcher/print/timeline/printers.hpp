// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "common/cli/terminal.hpp"
#include "searcher/engine/timeline/timeline.hpp"

namespace news {

/// How a timeline is shown, whatever the format.
struct TimelineView {
  const Timeline& timeline;
  unsigned smooth = 1;  ///< periods of the moving average, see smooth_series
  bool share = false;   ///< draw shares, not counts
};

/// A row a period with a bar for one query, a line chart each for several; then the totals.
/// `columns`: of the terminal, 30 at least.
void print_timeline_text(std::ostream& out, const TimelineView& view, int columns, bool color);
/// docs/output/timeline.md describes these. Rows of periods by queries, with a header.
void print_timeline_csv(std::ostream& out, const TimelineView& view);
/// One object.
void print_timeline_json(std::ostream& out, const TimelineView& view, bool line_end);
/// An object a period, then one a query.
void print_timeline_ndjson(std::ostream& out, const TimelineView& view);

/// A picture of its own, counts above shares, as well-formed XML that refers to nothing outside.
/// `standalone`: with an XML declaration; else for putting into a page.
std::string timeline_svg(const TimelineView& view, bool standalone);
/// A page with the picture and all figures, well-formed XML too; without scripts and links.
std::string timeline_html(const TimelineView& view);

}  // namespace news
