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

// Counts by value; articles without one come under "unknown".
void count_values(const Segment& segment, Column column, const ArticleSet& matched,
                  Counts& counts) {
  std::vector<std::uint64_t> by_code(segment.values(column).size() + 1);
  matched.for_each([&](Ordinal n) {
    const auto codes = segment.codes(column, n);
    if (codes.empty()) ++by_code[0];
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const bool again = std::find(codes.begin(), codes.begin() + i, codes[i]) != codes.begin() + i;
      if (codes[i] < by_code.size() && !again) ++by_code[codes[i]];
    }
  });
  if (by_code[0] > 0) counts["unknown"] += by_code[0];
  for (std::uint32_t code = 1; code < by_code.size(); ++code)
    if (by_code[code] > 0) counts[segment.values(column).at(code - 1)] += by_code[code];
}

void count_dates(const Segment& segment, Facet facet, const ArticleSet& matched, Counts& counts) {
  const auto needed = facet == Facet::year    ? Precision::year
                      : facet == Facet::month ? Precision::month
                                              : Precision::day;
  std::map<std::int64_t, std::uint64_t> by_date;  // keyed by the date cut to the width asked for
  const int shift = facet == Facet::year ? 31 : facet == Facet::month ? 27 : 22;
  matched.for_each([&](Ordinal n) {
    const std::int64_t packed = segment.dates()[n];
    if (packed == 0)
      ++counts["undated"];
    else if (static_cast<Precision>(packed & 15) < needed)
      ++counts["unknown"];
    else
      ++by_date[packed >> shift << shift];
  });
  for (const auto& [packed, count] : by_date) {
    Date date = unpack_date(packed | static_cast<std::int64_t>(needed));
    counts[format_date(date)] += count;
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
