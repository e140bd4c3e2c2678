// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/facets/facet_counters.hpp"

namespace news {

std::vector<std::uint64_t> ValueCounter::count_codes(const Segment& segment,
                                                     const ArticleSet& matched) const {
  std::vector<std::uint64_t> counts(segment.values(column_).size() + 1);
  const auto add = [&](std::uint32_t code) {
    if (code < counts.size()) ++counts[code];
  };
  if (column_info(column_).multi_valued) {
    matched.for_each([&](DocId n) { for_each_code(segment, n, add); });
  } else {
    const auto codes = segment.codes(column_);
    matched.for_each([&](DocId n) { add(codes[n]); });
  }
  return counts;
}

std::uint32_t ValueCounter::bucket_of(const std::string& value) {
  if (value == "unknown") return 0;
  const auto next = static_cast<std::uint32_t>(counts_.size());
  const auto [known, fresh] = buckets_.try_emplace(value, next);
  if (fresh) counts_.push_back(0);
  return known->second;
}

// Segments have codes of their own; only values that occur are looked up.
void ValueCounter::add(const Segment& segment, const ArticleSet& matched) {
  const auto by_code = count_codes(segment, matched);
  counts_[0] += by_code[0];
  auto& buckets = bucket_of_code_.emplace_back(by_code.size());
  for (std::uint32_t code = 1; code < by_code.size(); ++code) {
    if (by_code[code] == 0) continue;
    buckets[code] = bucket_of(std::string(segment.values(column_).at(code - 1)));
    counts_[buckets[code]] += by_code[code];
  }
}

DateFacetCounter::DateFacetCounter(Facet facet)
    : needed_(facet == Facet::year    ? Precision::year
              : facet == Facet::month ? Precision::month
                                      : Precision::day),
      shift_(facet == Facet::year    ? 31
             : facet == Facet::month ? 27
                                     : 22),
      counts_(kFirst) {}

void DateFacetCounter::extend(const Segment& segment, const ArticleSet& matched) {
  const auto dates = segment.dates();
  matched.for_each([&](DocId n) {
    if (!counts_by(dates[n])) return;
    const std::int64_t date = dates[n] >> shift_;
    first_ = last_ < first_ ? date : std::min(first_, date);
    last_ = std::max(last_, date);
  });
  counts_.resize(static_cast<std::size_t>(last_ - first_ + 1) + kFirst);
}

void DateFacetCounter::add(const Segment& segment, const ArticleSet& matched) {
  const auto dates = segment.dates();
  matched.for_each([&](DocId n) { ++counts_[bucket_of(dates[n])]; });
}

std::string DateFacetCounter::name(std::uint32_t bucket) const {
  const std::int64_t packed = (first_ + bucket - kFirst) << shift_;
  return format_date(unpack_date(packed | static_cast<std::int64_t>(needed_)));
}

}  // namespace news
