// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/archive/article_set.hpp"
#include "searcher/engine/ranking/statistics.hpp"

namespace news {

/// A factor of scores by age: 1 for the newest of a result (none is newer than today), half as much
/// for what is a half-life older (X. Li, W. Croft, "Time-based language models", 2003: an
/// exponential prior). An article without a date counts as infinitely old. Thread-safe.
class Recency {
 public:
  /// Without a half-life every factor is 1.
  Recency() = default;
  /// `half_life`: days, at least 1. `matched`: the result, a set a segment. O(articles).
  Recency(std::uint32_t half_life, const Segments& segments,
          const std::vector<ArticleSet>& matched);
  bool any() const { return half_life_ > 0; }
  /// O(1).
  double of(const Segment& segment, DocId n) const;

 private:
  double half_life_ = 0;
  double newest_ = 0;  // day
};

}  // namespace news
