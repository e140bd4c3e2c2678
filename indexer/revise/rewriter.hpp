// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/revise/archive_editor.hpp"

namespace news {

struct RewriteOptions {
  unsigned threads = 0;             ///< 0: all cores
  std::uint64_t memory_mib = 1024;  ///< as in AddOptions
  /// The archive is a stranger's: forget the keys of records, which could make ours pass for known.
  bool untrusted = false;
};

/// What a compaction did.
struct CompactReport {
  std::uint64_t segments_before = 0, segments_after = 0;
  std::uint64_t articles = 0;  ///< written again
  std::uint64_t dropped = 0;   ///< deleted and replaced ones that are gone for good
  bool interrupted = false;
};

/// Writes segments again from what they store: every text is analysed again, so that words, posting
/// lists and columns owe nothing to the old ones. Each commit leaves a whole archive. Deleted
/// articles are left out, replaced ones too unless the archive keeps versions.
class Rewriter {
 public:
  Rewriter(ArchiveEditor& editor, RewriteOptions options, const std::atomic<bool>& stop);

  /// Merges neighbours, as many as fit in one run's memory, and rewrites segments of which a tenth
  /// or more is to be dropped.
  CompactReport compact();
  /// Merges the smallest neighbours until there are at most kMaxSegments, or no more can be.
  CompactReport reduce();
  /// Rewrites every segment.
  CompactReport rebuild();

  /// An archive with more is merged when something is added.
  static constexpr std::size_t kMaxSegments = 12;

 private:
  struct Place {
    std::size_t segment;  // of the sources
    DocId doc_id;
  };
  struct Selection {
    std::vector<Place> places;
    std::vector<std::uint64_t> retired;  ///< record keys of the replaced ones that are dropped
    std::vector<SegmentInfo> sources;
    std::uint64_t dropped = 0;
  };
  Selection select(std::size_t first, std::size_t last);
  /// Neighbours [first, last) of the manifest's segments become one.
  void merge(std::size_t first, std::size_t last);
  std::uint64_t kept_words(const SegmentInfo& segment) const;
  bool worth_rewriting(const SegmentInfo& segment) const;
  CompactReport run(const std::function<void()>& steps);

  ArchiveEditor& editor_;
  RewriteOptions options_;
  const std::atomic<bool>& stop_;
  CompactReport report_;
};

}  // namespace news
