// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/archive/segment.hpp"

namespace news {

/// A decoded posting list: ordinals ascending (tombstoned ones included) with their frequencies.
struct PostingList {
  std::vector<Ordinal> articles;
  std::vector<std::uint32_t> frequencies;
  Roaring set;  ///< the live ones
};

/// Decodes posting lists of one segment, each once a query. Not thread-safe.
class PostingCache {
 public:
  explicit PostingCache(const Segment& segment) : segment_(segment) {}
  /// Valid until clear().
  const PostingList& get(const std::string& term);
  void clear() { lists_.clear(); }

 private:
  const Segment& segment_;
  std::map<std::string, PostingList> lists_;
};

}  // namespace news
