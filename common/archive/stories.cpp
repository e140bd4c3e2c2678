// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/stories.hpp"

#include <algorithm>

#include "common/error.hpp"
#include "common/io/sections.hpp"

namespace news {

Stories::Stories(std::vector<std::vector<StoryMember>> members, std::size_t segments) {
  for (const auto& story : members) {
    members_.insert(members_.end(), story.begin(), story.end());
    starts_.push_back(static_cast<std::uint32_t>(members_.size()));
  }
  index(segments);
}

void Stories::index(std::size_t segments) {
  by_segment_.resize(segments);
  for (StoryNumber story = 0; story < size(); ++story)
    for (const auto& member : members(story))
      by_segment_[member.segment].push_back({member.doc_id, story});
  for (auto& grouped : by_segment_)
    std::sort(grouped.begin(), grouped.end(),
              [](const Grouped& a, const Grouped& b) { return a.doc_id < b.doc_id; });
}

Stories Stories::read(const std::filesystem::path& archive, const Manifest& manifest) {
  Stories out;
  if (manifest.stories.empty()) {
    out.index(manifest.segments.size());
    return out;
  }
  const auto sum = manifest.files.find(manifest.stories);
  if (sum == manifest.files.end())
    throw Error(ErrorCode::unreadable, "the manifest lost its stories");
  // A flipped bit would name another article, so the whole file is compared.
  if (kChecked && sum_file(archive / manifest.stories) != sum->second)
    throw Error(ErrorCode::repairable,
                (archive / manifest.stories).string() + " does not match its checksum");
  const SectionFile file(archive / manifest.stories, sum->second.bytes);
  const auto starts = file.array<std::uint32_t>("at");
  const auto segments = file.array<std::uint32_t>("segment");
  const auto doc_ids = file.array<std::uint32_t>("ordinal", segments.size());
  const bool ordered = !starts.empty() && starts.front() == 0 && starts.back() == segments.size() &&
                       std::is_sorted(starts.begin(), starts.end());
  if (!ordered) file.damaged("at", "is out of order");
  out.starts_.assign(starts.begin(), starts.end());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i] >= manifest.segments.size() ||
        doc_ids[i] >= manifest.segments[segments[i]].articles)
      file.damaged("ordinal", "names no article");
    out.members_.push_back({segments[i], doc_ids[i]});
  }
  out.index(manifest.segments.size());
  return out;
}

FileSum Stories::write(const std::filesystem::path& path) const {
  std::vector<std::uint32_t> segments, doc_ids;
  for (const auto& member : members_) {
    segments.push_back(member.segment);
    doc_ids.push_back(member.doc_id);
  }
  SectionWriter out;
  out.add_array("at", starts_);
  out.add_array("segment", segments);
  out.add_array("ordinal", doc_ids);
  return out.write(path);
}

}  // namespace news
