// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/engine/timeline/timeline.hpp"

namespace news {

/// What is drawn of a series, by period; NaN where nothing is known.
struct SmoothedSeries {
  std::vector<double> count;  ///< articles a period; NaN in gaps
  std::vector<double> share;  ///< 0 to 1; NaN also where the series' filters let nothing through
};

/// The mean over `width` periods with each in the middle; if `width` is even, half of one more at
/// either end. Gaps, and what lies beyond the first and last, count for nothing. The share is that
/// of the sums, so that periods weigh by their articles. With 1 the figures themselves. O(periods).
SmoothedSeries smooth_series(const Timeline& timeline, const TimelineSeries& series,
                             unsigned width);

/// The greatest value; 0 if all are NaN.
double peak(const std::vector<double>& values);

}  // namespace news
