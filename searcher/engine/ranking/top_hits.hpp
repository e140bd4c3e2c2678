// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/match/matcher.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// A top-k collector: keeps the first `wanted` hits of the documented total order (docs/QUERY.md):
/// by score or date, then date, then id. O(1) a hit on average. Not thread-safe.
class TopHits {
 public:
  /// `segments` must outlive the object.
  TopHits(const std::vector<std::unique_ptr<SegmentMatcher>>& segments, Sort sort,
          std::uint64_t wanted)
      : segments_(segments), sort_(sort), wanted_(wanted) {}
  /// Unrounded score; 0 when the order does not ask for it.
  void add(std::uint32_t segment, DocId n, double score) {
    if (score < threshold_) return;
    hits_.push_back({segment, n, score});
    if (hits_.size() >= 2 * wanted_ + 256) prune();
  }
  /// Drops what cannot be among the first any more, which may raise the threshold.
  void prune();
  /// What a score must reach to be among the first, as far as is known.
  double threshold() const { return threshold_; }
  /// The hits in their order, from the given one on; the object is empty then.
  std::vector<Hit> take(std::uint64_t from);

 private:
  // Below 0 if a comes first; 0 if only ids can tell, which are of different segments.
  int compare(const Hit& a, const Hit& b) const;
  std::string id(const Hit& hit) const;
  bool before(const Hit& a, const Hit& b) const;

  const std::vector<std::unique_ptr<SegmentMatcher>>& segments_;
  Sort sort_;
  std::uint64_t wanted_;
  std::vector<Hit> hits_;
  double threshold_ = -std::numeric_limits<double>::infinity();
};

/// Scores are compared as they are printed, so that equal ones on the screen are ordered by date.
inline constexpr double kScoreUnit = 1e-6;
/// To the nearest multiple of kScoreUnit.
double rounded_score(double score);

}  // namespace news
