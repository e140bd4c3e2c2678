// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/archive/segment.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// Both kinds of counter count the articles of a set, a segment after the other, by buckets, and
/// tell which of them an article is in. `add` is O(articles), beyond a pass over a column's values
/// or over all dates that there can be. Not thread-safe.

/// By the values of a column. Bucket 0 is for articles without one, or of which it is said that it
/// is "unknown".
class ValueCounter {
 public:
  explicit ValueCounter(Column column) : column_(column), counts_(1) {}
  void add(const Segment& segment, const ArticleSet& matched);
  const std::vector<std::uint64_t>& counts() const { return counts_; }
  /// The buckets of all values that were met.
  const std::map<std::string, std::uint32_t>& values() const { return buckets_; }
  /// Calls put(bucket) for each bucket of an article that was counted, once. `segment`: the
  /// `place`-th that was added.
  template <typename Put>
  void buckets_of(const Segment& segment, std::uint32_t place, DocId n, Put&& put) const {
    const auto& buckets = bucket_of_code_[place];
    for_each_code(segment, n, [&](std::uint32_t code) {
      if (code < buckets.size()) put(buckets[code]);
    });
  }

 private:
  // Each code of an article once; 0 if it has none.
  template <typename Visit>
  void for_each_code(const Segment& segment, DocId n, Visit&& visit) const;
  std::uint32_t bucket_of(const std::string& value);
  std::vector<std::uint64_t> count_codes(const Segment& segment, const ArticleSet& matched) const;

  Column column_;
  std::map<std::string, std::uint32_t> buckets_;
  std::vector<std::uint64_t> counts_;
  std::vector<std::vector<std::uint32_t>> bucket_of_code_;  // by segment
};

/// By years, months or days, in an array from the first to the last that there is: a packed date
/// begins with 12 bits of year, 4 of month, 5 of day, of which the years 1000 to 2999 are used.
class DateFacetCounter {
 public:
  static constexpr std::uint32_t kUndated = 0, kUnknown = 1, kFirst = 2;
  explicit DateFacetCounter(Facet facet);
  /// Takes in the dates of a set: of all that are to be counted, before any is.
  void extend(const Segment& segment, const ArticleSet& matched);
  void add(const Segment& segment, const ArticleSet& matched);
  const std::vector<std::uint64_t>& counts() const { return counts_; }
  std::uint32_t bucket_of(std::int64_t packed) const {
    if (packed == 0) return kUndated;
    if (!counts_by(packed)) return kUnknown;
    return static_cast<std::uint32_t>((packed >> shift_) - first_) + kFirst;
  }
  /// The date of a bucket, from kFirst on.
  std::string name(std::uint32_t bucket) const;

 private:
  // Has it a year, month or day to be counted by?
  bool counts_by(std::int64_t packed) const {
    return static_cast<Precision>(packed & 15) >= needed_ && packed >= std::int64_t{1000} << 31 &&
           packed < std::int64_t{3000} << 31;
  }

  Precision needed_;
  int shift_;
  std::int64_t first_ = 0, last_ = -1;  // dates without what is below `shift_`
  std::vector<std::uint64_t> counts_;
};

template <typename Visit>
void ValueCounter::for_each_code(const Segment& segment, DocId n, Visit&& visit) const {
  if (!column_info(column_).multi_valued) return visit(segment.codes(column_)[n]);
  const auto codes = segment.codes(column_, n);
  if (codes.empty()) visit(0);
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (std::find(codes.begin(), codes.begin() + i, codes[i]) == codes.begin() + i) visit(codes[i]);
}

}  // namespace news
