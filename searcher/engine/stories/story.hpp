// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/engine/results.hpp"
#include "searcher/engine/stories/lag.hpp"
#include "searcher/engine/stories/story_index.hpp"
#include "searcher/engine/stories/text_changes.hpp"

namespace news {

/// An article of a story, beside the first one.
struct StoryArticle {
  Article article;  ///< without its text
  std::optional<Lag> lag;
  TextChanges changes;
};

/// An article with all its copies.
struct Story {
  std::string asked;                   ///< the id by which it was asked for
  std::string archive;                 ///< that holds it, as it was named
  Revisions revisions;                 ///< of all that are searched
  std::vector<StoryArticle> articles;  ///< earliest first, the undated last; one or more
};

/// The story of the article at `hit`. Compares each of its articles with the first, and has two
/// texts in memory at most. Throws Error(ErrorCode::damaged).
Story read_story(const Archives& archives, const StoryIndex& stories, const Hit& hit);

/// When a source had a story.
struct SourceLag {
  std::string source;  ///< "" for none
  std::uint64_t articles = 0;
  std::optional<Lag> first, last;  ///< of those with a lag that is known
};
/// In the order of their first articles.
std::vector<SourceLag> lags_by_source(const Story& story);

/// Where the articles of a story are, earliest first; the hit alone if it has no copy.
std::vector<Hit> story_hits(const StoryIndex& stories, const Hit& hit);

}  // namespace news
