// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/story_index.hpp"

#include <algorithm>

namespace news {

StoryIndex::StoryIndex(const Archives& archives) {
  for (const Archive& archive : archives.all()) {
    const auto first_segment = static_cast<std::uint32_t>(part_of_.size());
    part_of_.resize(part_of_.size() + archive.segments.size(),
                    static_cast<std::uint32_t>(parts_.size()));
    parts_.push_back({&archive.stories, size_, first_segment});
    size_ += archive.stories.size();
  }
}

std::optional<StoryNumber> StoryIndex::find(std::uint32_t segment, DocId doc_id) const {
  if (empty()) return std::nullopt;
  const Part& part = parts_[part_of_[segment]];
  const auto grouped = part.stories->of(segment - part.first_segment);
  const auto at = std::ranges::lower_bound(grouped, doc_id, {}, &Stories::Grouped::doc_id);
  if (at == grouped.end() || at->doc_id != doc_id) return std::nullopt;
  return part.first + at->story;
}

std::vector<StoryMember> StoryIndex::members(StoryNumber story) const {
  const auto after = std::ranges::upper_bound(parts_, story, {}, &Part::first);
  const Part& part = *std::prev(after);
  std::vector<StoryMember> out;
  for (const auto& member : part.stories->members(story - part.first))
    out.push_back({part.first_segment + member.segment, member.doc_id});
  return out;
}

}  // namespace news
