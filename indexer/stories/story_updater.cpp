// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/story_updater.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/parallel.hpp"
#include "indexer/stories/article_table.hpp"
#include "indexer/stories/story_graph.hpp"

namespace news {
namespace {

using Story = std::vector<ArticleNumber>;

unsigned at_least_one(unsigned threads) {
  return threads > 0 ? threads : default_threads();
}

// Earliest first; ids are read only where dates are equal.
void sort_members(const ArticleTable& table, Story& story) {
  using Key = std::tuple<bool, std::int64_t, std::string, ArticleNumber>;
  std::vector<Key> keys;
  for (const ArticleNumber n : story) {
    const std::int64_t date = table.date(n);
    keys.emplace_back(date == 0, date, "", n);
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto same = [&](std::size_t k) {
      return k < keys.size() && std::get<1>(keys[k]) == std::get<1>(keys[i]);
    };
    if ((i > 0 && same(i - 1)) || same(i + 1))
      std::get<2>(keys[i]) = table.id(std::get<3>(keys[i]));
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size(); ++i) story[i] = std::get<3>(keys[i]);
}

/// What is taken over from the revision before, and what is to be compared.
struct Plan {
  std::vector<Story> kept;
  Story fresh;
};

/// By its segments, the places that they have in the next revision.
std::vector<std::optional<std::uint32_t>> places_of(const Manifest& before, const Manifest& next) {
  std::vector<std::optional<std::uint32_t>> places;
  for (const auto& old : before.segments) {
    const auto found =
        std::find_if(next.segments.begin(), next.segments.end(),
                     [&](const SegmentInfo& segment) { return segment.name == old.name; });
    places.emplace_back();
    if (found != next.segments.end())
      places.back() = static_cast<std::uint32_t>(found - next.segments.begin());
  }
  return places;
}

Plan plan_update(const NextRevision& next, const ArticleTable& table, const Manifest& before) {
  Plan plan;
  const auto places = places_of(before, next.manifest);
  const Stories old = Stories::read(next.archive, before);
  for (StoryNumber s = 0; s < old.size(); ++s) {
    Story story;
    for (const StoryMember& member : old.members(s)) {
      const auto place = places[member.segment];
      if (!place) continue;
      const ArticleNumber n = table.number({*place, member.doc_id});
      if (table.live(n)) story.push_back(n);
    }
    if (story.size() == old.members(s).size())
      plan.kept.push_back(std::move(story));
    else
      plan.fresh.insert(plan.fresh.end(), story.begin(), story.end());
  }
  std::vector<bool> is_old(next.manifest.segments.size());
  for (const auto place : places)
    if (place) is_old[*place] = true;
  for (std::size_t s = 0; s < is_old.size(); ++s)
    for (ArticleNumber n = table.begin(s); !is_old[s] && n < table.begin(s + 1); ++n)
      if (table.live(n)) plan.fresh.push_back(n);
  return plan;
}

Stories group(const NextRevision& next, const ArticleTable& table, const Plan& plan,
              unsigned threads) {
  DisjointSets joined(table.size());
  std::map<ArticleNumber, const Story*> kept;  // by the lowest number of each
  for (const auto& story : plan.kept) {
    for (const ArticleNumber n : story) joined.join(story.front(), n);
    kept[*std::min_element(story.begin(), story.end())] = &story;
  }
  join_copies(table, plan.fresh, next.manifest.story_window, threads, joined);
  std::vector<std::vector<StoryMember>> stories;
  for (Story& set : joined.sets()) {
    // One that nothing was added to is in order already.
    const auto same = kept.find(set.front());
    if (same != kept.end() && same->second->size() == set.size())
      set = *same->second;
    else
      sort_members(table, set);
    auto& story = stories.emplace_back();
    for (const ArticleNumber n : set) story.push_back(table.member(n));
  }
  return Stories(std::move(stories), table.segments());
}

}  // namespace

Stories group_all(const NextRevision& next, unsigned threads) {
  threads = at_least_one(threads);
  const ArticleTable table(next.archive, next.manifest, next.dead, threads);
  Plan plan;
  for (ArticleNumber n = 0; n < table.size(); ++n)
    if (table.live(n)) plan.fresh.push_back(n);
  return group(next, table, plan, threads);
}

Stories update_stories(const NextRevision& next, const Manifest& before, unsigned threads) {
  threads = at_least_one(threads);
  const ArticleTable table(next.archive, next.manifest, next.dead, threads);
  return group(next, table, plan_update(next, table, before), threads);
}

}  // namespace news
