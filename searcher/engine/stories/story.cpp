// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/story.hpp"

#include <algorithm>

namespace news {

std::vector<Hit> story_hits(const StoryIndex& stories, const Hit& hit) {
  const auto story = stories.find(hit.segment, hit.doc_id);
  if (!story) return {hit};
  std::vector<Hit> out;
  for (const auto& member : stories.members(*story))
    out.push_back({member.segment, member.doc_id, 0});
  return out;
}

Story read_story(const Archives& archives, const StoryIndex& stories, const Hit& hit) {
  Story out;
  out.archive = archives.of(hit.segment).path.string();
  out.revisions = archives.revisions();
  const auto hits = story_hits(stories, hit);
  const auto read = [&](const Hit& at) {
    return archives.segments()[at.segment]->article(at.doc_id);
  };
  const Article first = read(hits.front());
  for (const Hit& at : hits) {
    Article article = read(at);
    if (at.segment == hit.segment && at.doc_id == hit.doc_id) out.asked = article.id;
    TextChanges changes = find_changes(first, article);
    article.text.clear();
    const auto lag = lag_between(first.date, article.date);
    out.articles.push_back({std::move(article), lag, changes});
  }
  return out;
}

std::vector<SourceLag> lags_by_source(const Story& story) {
  std::vector<SourceLag> out;
  for (const auto& item : story.articles) {
    auto at = std::ranges::find(out, item.article.source, &SourceLag::source);
    if (at == out.end()) at = out.insert(out.end(), {item.article.source, 0, {}, {}});
    ++at->articles;
    if (!item.lag) continue;
    if (!at->first || item.lag->seconds < at->first->seconds) at->first = item.lag;
    if (!at->last || item.lag->seconds > at->last->seconds) at->last = item.lag;
  }
  return out;
}

}  // namespace news
