// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/verify/story_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/stories/story_updater.hpp"

namespace news {
namespace {

/// True if the first of two articles belongs before the second.
bool is_earlier(const Archive& archive, const StoryMember& a, const StoryMember& b) {
  const auto date = [&](const StoryMember& m) {
    return archive.segments[m.segment]->dates()[m.doc_id];
  };
  const auto id = [&](const StoryMember& m) {
    return archive.segments[m.segment]->fields(m.doc_id).id;
  };
  const std::int64_t first = date(a), second = date(b);
  if (first != second) return second == 0 || (first != 0 && first < second);
  return id(a) < id(b);
}

}  // namespace

void check_stories(const Archive& archive, const ReportProblem& report) {
  const Stories& stories = archive.stories;
  std::vector<ArticleSet> seen;
  for (const auto& segment : archive.segments) seen.push_back(segment->none());
  for (StoryNumber s = 0; s < stories.size(); ++s) {
    const auto members = stories.members(s);
    const auto problem = [&](const std::string& what) {
      report(fmt::format("{}: story {} {}", archive.manifest.stories, s, what));
    };
    if (members.size() < 2) problem("has fewer than two articles");
    for (const StoryMember& m : members) {
      const Segment& segment = *archive.segments[m.segment];
      if (!segment.live().contains(m.doc_id)) problem("has an article that is not live");
      if (seen[m.segment].contains(m.doc_id)) problem("has an article that is in a story already");
      seen[m.segment].add(m.doc_id);
    }
    const auto later = std::adjacent_find(
        members.begin(), members.end(),
        [&](const auto& a, const auto& b) { return !is_earlier(archive, a, b); });
    if (later != members.end()) problem("is not in the order of its dates and ids");
  }
}

void check_stories_deep(const std::filesystem::path& archive, const Manifest& manifest,
                        unsigned threads, const ReportProblem& report) {
  if (manifest.stories.empty()) return;
  const auto dead = read_tombstones(archive, manifest);
  const Stories found = Stories::read(archive, manifest);
  const Stories expected = group_all({archive, manifest, dead}, threads);
  bool same = found.size() == expected.size();
  for (StoryNumber s = 0; same && s < found.size(); ++s)
    same = std::ranges::equal(found.members(s), expected.members(s));
  if (!same)
    report(
        fmt::format("{}: does not follow from the texts (damage, or another version wrote it; "
                    "'indexer rebuild' makes it new)",
                    (archive / manifest.stories).string()));
}

}  // namespace news
