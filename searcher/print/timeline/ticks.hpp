// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/engine/timeline/timeline.hpp"

namespace news {

/// A label of the axis of time.
struct Tick {
  std::size_t period = 0;
  std::string label;
};

/// As many labels as fit: each period, else the beginnings of months, else of years, in round
/// steps. `columns`: room of the whole axis, in characters. Ascending; none when there are no
/// periods. O(periods).
std::vector<Tick> time_ticks(const Timeline& timeline, std::size_t columns);

/// Steps of 1, 2 or 5 times a power of ten: the least by which `most` steps reach `peak`. `least`:
/// the smallest step there may be.
double round_step(double peak, unsigned most, double least);

}  // namespace news
