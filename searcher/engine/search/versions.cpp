// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/search/versions.hpp"

#include <algorithm>

namespace news {
namespace {

// Of the urls that begin with this one, it is the first in their order itself.
std::vector<DocId> of_url(const Segment& segment, const std::string& url) {
  if (url.empty()) return {};
  const auto begin = segment.find_url(url);
  const auto end = std::partition_point(begin.begin(), begin.end(),
                                        [&](DocId n) { return segment.fields(n).url == url; });
  return {begin.begin(), end};
}

}  // namespace

std::vector<Version> find_versions(const Archives& archives, const Hit& hit) {
  const Article newest = archives.segments()[hit.segment]->fields(hit.doc_id);
  const Archive& archive = archives.of(hit.segment);
  const std::uint32_t first = archives.first_segment(archive);
  std::vector<Version> out;
  for (std::uint32_t s = 0; s < archive.segments.size(); ++s) {
    const Segment& segment = *archive.segments[s];
    std::vector<DocId> found = segment.find_versions(newest.id);
    const auto others = of_url(segment, newest.url);
    found.insert(found.end(), others.begin(), others.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const auto& deleted = archive.deleted[s];
    for (const DocId n : found)
      if (!std::binary_search(deleted.begin(), deleted.end(), n))
        out.push_back({{first + s, n, 0}, segment.live().contains(n)});
  }
  return out;
}

}  // namespace news
