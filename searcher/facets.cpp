// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.hpp"

#include <algorithm>
#include <map>

namespace news {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

constexpr Column column_of(Facet facet) {
  switch (facet) {
    case Facet::source:
      return Column::source;
    case Facet::section:
      return Column::section;
    case Facet::lang:
      return Column::language;
    default:
      return Column::author;
  }
}

// By code: how many articles have a value; code 0 is for those without.
std::vector<std::uint64_t> count_codes(const Segment& segment, Column column,
                                       const ArticleSet& matched) {
  std::vector<std::uint64_t> counts(segment.values(column).size() + 1);
  const auto add = [&](std::uint32_t code) {
    if (code < counts.size()) ++counts[code];
  };
  if (!column_info(column).multi_valued) {
    const auto codes = segment.codes(column);
    matched.for_each([&](Ordinal n) { add(codes[n]); });
    return counts;
  }
  matched.for_each([&](Ordinal n) {
    const auto codes = segment.codes(column, n);
    if (codes.empty()) ++counts[0];
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (std::find(codes.begin(), codes.begin() + i, codes[i]) == codes.begin() + i) add(codes[i]);
  });
  return counts;
}

// Counts by value; articles without one come under "unknown".
void count_values(const Segment& segment, Column column, const ArticleSet& matched,
                  Counts& counts) {
  const auto by_code = count_codes(segment, column, matched);
  if (by_code[0] > 0) counts["unknown"] += by_code[0];
  for (std::uint32_t code = 1; code < by_code.size(); ++code)
    if (by_code[code] > 0) counts[segment.values(column).at(code - 1)] += by_code[code];
}

// Years, months or days are counted in an array over all dates that there can be: a packed date
// begins with 12 bits of year, 4 of month, 5 of day, of which the years 1000 to 2999 are used.
void count_dates(const Segment& segment, Facet facet, const ArticleSet& matched, Counts& counts) {
  const auto needed = facet == Facet::year    ? Precision::year
                      : facet == Facet::month ? Precision::month
                                              : Precision::day;
  const int shift = facet == Facet::year ? 31 : facet == Facet::month ? 27 : 22;
  const std::int64_t first = std::int64_t{1000} << (31 - shift);
  std::vector<std::uint32_t> by_date(static_cast<std::size_t>(2 * first));
  std::uint64_t undated = 0, unknown = 0;
  const auto dates = segment.dates();
  matched.for_each([&](Ordinal n) {
    const std::int64_t packed = dates[n];
    const auto at = static_cast<std::uint64_t>((packed >> shift) - first);
    if (packed == 0)
      ++undated;
    else if (static_cast<Precision>(packed & 15) < needed || at >= by_date.size())
      ++unknown;
    else
      ++by_date[at];
  });
  if (undated > 0) counts["undated"] += undated;
  if (unknown > 0) counts["unknown"] += unknown;
  for (std::size_t at = 0; at < by_date.size(); ++at) {
    if (by_date[at] == 0) continue;
    const std::int64_t packed = (static_cast<std::int64_t>(at) + first) << shift;
    counts[format_date(unpack_date(packed | static_cast<std::int64_t>(needed)))] += by_date[at];
  }
}

bool is_bucket(const std::string& value) {
  return value == "unknown" || value == "undated";
}

}  // namespace

FacetResult count_facet(Facet facet, const std::vector<std::unique_ptr<SegmentMatcher>>& segments,
                        const std::vector<ArticleSet>& matched, std::uint32_t limit) {
  const bool dates = facet >= Facet::year;
  Counts counts;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    if (dates)
      count_dates(segments[s]->segment(), facet, matched[s], counts);
    else
      count_values(segments[s]->segment(), column_of(facet), matched[s], counts);
  }
  FacetResult out{facet, !dates && column_info(column_of(facet)).multi_valued, {}};
  for (auto& [value, count] : counts)
    if (!is_bucket(value)) out.counts.push_back({value, count});
  const auto by_count = [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  std::uint64_t other = 0;
  if (!dates) std::sort(out.counts.begin(), out.counts.end(), by_count);
  if (!dates && limit > 0)
    for (; out.counts.size() > limit; out.counts.pop_back()) other += out.counts.back().count;
  for (const char* bucket : {"unknown", "undated"})
    if (counts.contains(bucket)) out.counts.push_back({bucket, counts[bucket]});
  if (other > 0) out.counts.push_back({"other", other});
  return out;
}

}  // namespace news
