// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "common/archive/segment.hpp"
#include "common/archive/stories.hpp"

namespace news {

/// The articles of a segment that are not live.
struct Tombstones {
  std::set<DocId> all;
  std::set<DocId> deleted;  ///< of these, those that somebody deleted; the rest was replaced
};

/// By name of the segment, from the section file that the manifest names. Throws
/// Error(ErrorCode::damaged).
std::map<std::string, Tombstones> read_tombstones(const std::filesystem::path& archive,
                                                  const Manifest& manifest);

/// All segments of a revision. Reading is for one thread.
struct Archive {
  /// Opens the revision in force. Throws Error(ErrorCode::damaged).
  explicit Archive(const std::filesystem::path& path);
  std::filesystem::path path;
  Manifest manifest;
  std::vector<std::unique_ptr<Segment>> segments;
  /// By segment, the articles that somebody deleted, ascending; other dead ones were replaced.
  std::vector<std::vector<DocId>> deleted;
  Stories stories;

 private:
  void open();
};

/// Opens the stores alone of some of a manifest's segments: no posting list, no column is looked
/// at. Throws Error(ErrorCode::damaged).
std::vector<std::unique_ptr<ArticleStore>> open_stores(const std::filesystem::path& archive,
                                                       std::span<const SegmentInfo> segments);

/// Throws Error(ErrorCode::unreadable) if a file or directory that the manifest names is a symbolic
/// link: an archive of a stranger must not lead out of its directory.
void refuse_links(const std::filesystem::path& archive, const Manifest& manifest);

}  // namespace news
