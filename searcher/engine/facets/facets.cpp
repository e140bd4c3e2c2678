// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/facets/facets.hpp"

#include <algorithm>
#include <numeric>

#include "searcher/engine/facets/facet_counters.hpp"
#include "searcher/engine/stories/story_counts.hpp"

namespace news {
namespace {

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

// By bucket of `counter`, see count_repeats; `fold` makes other buckets of its buckets.
template <typename Fold>
std::vector<std::uint64_t> value_repeats(const Matched& matched, const ValueCounter& counter,
                                         Fold&& fold) {
  if (matched.stories.empty()) return std::vector<std::uint64_t>(counter.counts().size());
  return count_repeats(matched.stories, matched.sets, counter.counts().size(),
                       [&](std::uint32_t s, DocId n, auto&& put) {
                         counter.buckets_of(matched.segments[s]->segment(), s, n,
                                            [&](std::uint32_t bucket) { put(fold(bucket)); });
                       });
}

// Cuts the values to `limit`: what is left out is one bucket. But where an article has several
// values its stories are a sum, as its articles are.
FacetCount cut_values(FacetResult& out, std::uint32_t limit, const Matched& matched,
                      const ValueCounter& counter) {
  FacetCount other{"other"};
  if (limit == 0 || out.counts.size() <= limit) return other;
  const bool fold = !out.multi_valued && !matched.stories.empty();
  std::vector<std::uint32_t> folded(fold ? counter.counts().size() : 0);
  std::iota(folded.begin(), folded.end(), 0u);
  const std::uint32_t rest = counter.values().at(out.counts.back().value);
  for (; out.counts.size() > limit; out.counts.pop_back()) {
    other.count += out.counts.back().count;
    other.stories += out.counts.back().stories;
    if (fold) folded[counter.values().at(out.counts.back().value)] = rest;
  }
  if (fold)
    other.stories = other.count - value_repeats(matched, counter, [&](std::uint32_t bucket) {
                      return folded[bucket];
                    })[rest];
  return other;
}

FacetResult count_values(Facet facet, const Matched& matched, std::uint32_t limit) {
  const Column column = column_of(facet);
  ValueCounter counter(column);
  for (std::size_t s = 0; s < matched.sets.size(); ++s)
    counter.add(matched.segments[s]->segment(), matched.sets[s]);
  const auto repeats = value_repeats(matched, counter, [](std::uint32_t bucket) { return bucket; });
  FacetResult out{facet, column_info(column).multi_valued, {}};
  for (const auto& [value, bucket] : counter.values())
    out.counts.push_back(
        {value, counter.counts()[bucket], counter.counts()[bucket] - repeats[bucket]});
  std::sort(out.counts.begin(), out.counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  const FacetCount other = cut_values(out, limit, matched, counter);
  if (const auto unknown = counter.counts()[0]; unknown > 0)
    out.counts.push_back({"unknown", unknown, unknown - repeats[0]});
  if (other.count > 0) out.counts.push_back(other);
  return out;
}

FacetResult count_dates(Facet facet, const Matched& matched) {
  DateFacetCounter counter(facet);
  for (std::size_t s = 0; s < matched.sets.size(); ++s)
    counter.extend(matched.segments[s]->segment(), matched.sets[s]);
  for (std::size_t s = 0; s < matched.sets.size(); ++s)
    counter.add(matched.segments[s]->segment(), matched.sets[s]);
  std::vector<std::uint64_t> repeats;
  if (!matched.stories.empty())
    repeats = count_repeats(matched.stories, matched.sets, counter.counts().size(),
                            [&](std::uint32_t s, DocId n, auto&& put) {
                              put(counter.bucket_of(matched.segments[s]->segment().dates()[n]));
                            });
  FacetResult out{facet, false, {}};
  const auto add = [&](const std::string& name, std::uint32_t bucket) {
    const std::uint64_t count = counter.counts()[bucket];
    out.counts.push_back({name, count, repeats.empty() ? count : count - repeats[bucket]});
  };
  using Counter = DateFacetCounter;
  for (std::uint32_t bucket = Counter::kFirst; bucket < counter.counts().size(); ++bucket)
    if (counter.counts()[bucket] > 0) add(counter.name(bucket), bucket);
  if (counter.counts()[Counter::kUnknown] > 0) add("unknown", Counter::kUnknown);
  if (counter.counts()[Counter::kUndated] > 0) add("undated", Counter::kUndated);
  return out;
}

}  // namespace

FacetResult count_facet(Facet facet, const Matched& matched, std::uint32_t limit) {
  return facet >= Facet::year ? count_dates(facet, matched) : count_values(facet, matched, limit);
}

}  // namespace news
