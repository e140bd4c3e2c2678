// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/print/timeline/printers.hpp"

namespace news {

/// A line chart in braille for each query, one below the other over the same axis of time, each on
/// a scale of its own. The timeline has a period or more. `columns`: of the terminal, 30 at least.
void print_line_charts(std::ostream& out, const TimelineView& view, int columns, bool color);

}  // namespace news
