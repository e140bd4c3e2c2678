// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/archive/article_set.hpp"
#include "searcher/engine/stories/story_index.hpp"

namespace news {

/// Of a set of articles (a set a segment), by bucket, how many are of a story of which the bucket
/// has another one already: so many stories less than articles a bucket has, where an article
/// without a copy is a story by itself. `buckets_of(segment, doc_id, put)` calls put(bucket) for
/// each bucket of an article, once; they are below `buckets`. O(articles in stories + buckets);
/// thread-safe.
template <typename BucketsOf>
std::vector<std::uint64_t> count_repeats(const StoryIndex& stories,
                                         const std::vector<ArticleSet>& articles,
                                         std::size_t buckets, BucketsOf&& buckets_of) {
  std::vector<std::uint64_t> out(buckets);
  std::vector<std::uint32_t> met;  // the buckets of a story's articles
  stories.for_each([&](auto members, std::uint32_t first) {
    met.clear();
    for (const auto& member : members)
      if (const auto segment = first + member.segment; articles[segment].contains(member.doc_id))
        buckets_of(segment, member.doc_id, [&](std::uint32_t bucket) { met.push_back(bucket); });
    std::sort(met.begin(), met.end());
    for (std::size_t n = 1; n < met.size(); ++n) out[met[n]] += met[n] == met[n - 1];
  });
  return out;
}

/// How many stories there are among `total` articles: those of the set.
inline std::uint64_t count_stories(const StoryIndex& stories,
                                   const std::vector<ArticleSet>& articles, std::uint64_t total) {
  const auto one = [](std::uint32_t, DocId, auto&& put) { put(0); };
  return total - count_repeats(stories, articles, 1, one).front();
}

}  // namespace news
