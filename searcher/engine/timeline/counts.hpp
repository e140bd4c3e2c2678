// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace news {

/// A set of articles over time: total = undated + coarse + the sum of `counts`. Or of their
/// stories: then these may sum to more, since a story counts wherever it has an article.
struct TimelineCounts {
  std::uint64_t total = 0;
  std::uint64_t undated = 0;
  std::uint64_t coarse = 0;           ///< dated, but not to the period
  std::vector<std::uint64_t> counts;  ///< by period, from the timeline's first
};

}  // namespace news
