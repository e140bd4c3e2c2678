// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "indexer/segment/segment_builder.hpp"

namespace news {

/// Thrown where work stops because it was asked to.
struct Interrupted {};

/// An article out of a store.
struct StoredArticle {
  Article article;
  std::uint64_t record = 0;  ///< key of its raw record, 0 unknown
};

/// How stored articles become a segment again.
struct Reanalysis {
  std::size_t count = 0;
  /// The n-th article; nothing if it is lost. Called by several threads.
  std::function<std::optional<StoredArticle>(std::size_t n)> read;
  /// Called for every article, in order, on the calling thread: its place in the new segment, if it
  /// has one. May be empty.
  std::function<void(std::size_t n, std::optional<DocId> place)> placed;
  SegmentBuilder::MakeDictionary make_dictionary;
  unsigned threads = 1;
};

/// Analyses the articles again, so that words, posting lists and columns owe nothing to what they
/// were, and writes all files of the builder's segment. A segment of no article is not written:
/// nothing is returned. Throws Interrupted soon after `stop` is set.
std::optional<SegmentInfo> reanalyse(const Reanalysis& work, SegmentBuilder& builder,
                                     const std::atomic<bool>& stop);

}  // namespace news
