// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/print/timeline/printers.hpp"

namespace news {

/// Where the axes of a panel are, in units of the picture (pixels at its own size).
struct SvgArea {
  double left = 0, top = 0, width = 0, height = 0;
};

enum class SvgMeasure { count, share };

/// Axes with labels, gaps, and a line a query. `name`: of the vertical axis. Refers to a pattern
/// with the id `gap`. There is a period or more.
std::string svg_panel(const TimelineView& view, const SvgArea& area, SvgMeasure measure,
                      const std::string& name);

/// How the n-th query's lines are drawn: by colour (Okabe and Ito's, which the colour-blind tell
/// apart) and, for those who see none, by dashes. Attributes.
std::string svg_stroke(std::size_t n);

}  // namespace news
