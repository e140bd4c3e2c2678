// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/archives.hpp"

#include <set>

#include "common/error.hpp"

namespace news {
namespace {

void refuse_twice(std::span<const std::string> paths) {
  std::set<std::filesystem::path> seen;
  for (const auto& path : paths)
    if (std::error_code error; !seen.insert(std::filesystem::weakly_canonical(path, error)).second)
      throw Error(ErrorCode::usage, "the archive '" + path + "' is named twice",
                  "Each of its articles would be found twice.");
}

}  // namespace

Archives::Archives(std::span<const std::string> paths) {
  if (paths.size() > 1) refuse_twice(paths);
  for (const auto& path : paths) archives_.emplace_back(path);
  for (const auto& archive : archives_)
    for (const auto& segment : archive.segments) segments_.push_back(segment.get());
}

const Archive& Archives::of(std::uint32_t segment) const {
  std::size_t n = 0;
  while (segment >= archives_[n].segments.size())
    segment -= static_cast<std::uint32_t>(archives_[n++].segments.size());
  return archives_[n];
}

std::uint32_t Archives::first_segment(const Archive& archive) const {
  std::size_t out = 0;
  for (const Archive* a = archives_.data(); a != &archive; ++a) out += a->segments.size();
  return static_cast<std::uint32_t>(out);
}

Revisions Archives::revisions() const {
  Revisions out;
  for (const auto& archive : archives_) out.push_back(archive.manifest.revision);
  return out;
}

}  // namespace news
