// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/top_hits.hpp"

#include <algorithm>
#include <cmath>

namespace news {

double rounded_score(double score) {
  return std::round(score / kScoreUnit) * kScoreUnit;
}

// Ids are read only when all else is equal.
bool TopHits::before(const Hit& a, const Hit& b) const {
  const auto& sa = segments_[a.segment]->segment();
  const auto& sb = segments_[b.segment]->segment();
  if (sort_ == Sort::relevance) {
    const double x = rounded_score(a.score), y = rounded_score(b.score);
    if (x != y) return x > y;
  }
  const auto da = sa.dates()[a.ordinal], db = sb.dates()[b.ordinal];
  if (da != db) {
    if (da == 0 || db == 0) return db == 0;  // undated last, both ways
    return sort_ == Sort::oldest ? da < db : da > db;
  }
  if (a.segment == b.segment) return sa.id_ranks()[a.ordinal] < sa.id_ranks()[b.ordinal];
  return sa.fields(a.ordinal).id < sb.fields(b.ordinal).id;
}

void TopHits::settle() {
  if (wanted_ == 0) hits_.clear();
  if (wanted_ == 0 || hits_.size() < wanted_) return;
  const auto last = hits_.begin() + static_cast<std::ptrdiff_t>(wanted_) - 1;
  std::nth_element(hits_.begin(), last, hits_.end(),
                   [&](const Hit& a, const Hit& b) { return before(a, b); });
  hits_.resize(wanted_);
  if (sort_ == Sort::relevance) floor_ = hits_.back().score - 2 * kScoreUnit;
}

std::vector<Hit> TopHits::take(std::uint64_t from) {
  settle();
  std::sort(hits_.begin(), hits_.end(), [&](const Hit& a, const Hit& b) { return before(a, b); });
  std::vector<Hit> out(
      hits_.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(from, hits_.size())),
      hits_.end());
  hits_.clear();
  return out;
}

}  // namespace news
