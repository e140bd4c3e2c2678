// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/group.hpp"

#include <algorithm>

#include "searcher/engine/stories/story_counts.hpp"

namespace news {
namespace {

// The first hit of each story.
std::vector<Hit> collapse(const StoryIndex& stories, const std::vector<Hit>& hits) {
  std::vector<bool> met(stories.size());
  std::vector<Hit> out;
  for (const Hit& hit : hits) {
    const auto story = stories.find(hit.segment, hit.doc_id);
    if (story && met[*story]) continue;
    if (story) met[*story] = true;
    out.push_back(hit);
  }
  return out;
}

std::vector<StoryMember> copies_of(const StoryIndex& stories,
                                   const std::vector<ArticleSet>& matched, const Hit& hit) {
  std::vector<StoryMember> out;
  if (const auto story = stories.find(hit.segment, hit.doc_id))
    for (const auto& member : stories.members(*story))
      if (matched[member.segment].contains(member.doc_id) &&
          member != StoryMember{hit.segment, hit.doc_id})
        out.push_back(member);
  return out;
}

}  // namespace

void take_page(SearchResult& result, const SearchRequest& request, const StoryIndex& stories,
               const std::vector<ArticleSet>& matched, const RankPage& rank) {
  result.offset = request.offset;
  result.grouped = request.group;
  result.has_copies = !stories.empty();
  for (const auto& set : matched) result.total += set.size();
  result.stories = count_stories(stories, matched, result.total);
  if (!request.group || stories.empty()) {
    result.hits = rank(request.offset, request.limit);
    return;
  }
  const std::uint64_t offset = std::min(request.offset, result.stories);
  const std::uint64_t wanted = offset + std::min(request.limit, result.stories - offset);
  if (wanted == offset) return;
  std::uint64_t articles = wanted == result.stories ? result.total : wanted;
  std::vector<Hit> firsts = collapse(stories, rank(0, articles));
  while (firsts.size() < wanted) {
    articles = std::min(2 * articles, result.total);
    firsts = collapse(stories, rank(0, articles));
  }
  result.hits.assign(firsts.begin() + static_cast<std::ptrdiff_t>(offset),
                     firsts.begin() + static_cast<std::ptrdiff_t>(wanted));
  for (const Hit& hit : result.hits) result.copies.push_back(copies_of(stories, matched, hit));
}

}  // namespace news
