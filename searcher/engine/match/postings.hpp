// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/archive/segment.hpp"

namespace news {

/// The posting list of one term in one segment, whichever file holds it. Not thread-safe.
class PostingList {
 public:
  /// An empty list when the segment does not know the term. Valid as long as the segment.
  PostingList(const Segment& segment, const std::string& term);
  /// Articles that hold the term and are not deleted.
  const ArticleSet& live() const;
  /// How many these are.
  std::uint64_t document_frequency() const;
  /// Calls visit(doc_id, frequency) for all articles in `wanted`, ascending.
  template <typename Visit>
  void for_each_in(const ArticleSet& wanted, Visit&& visit) const {
    if (view_) return view_->for_each_in(wanted, visit);
    for (const auto& [n, frequency] : rare_)
      if (wanted.contains(n)) visit(n, frequency);
  }

 private:
  void read_rare(const std::string& term);

  const Segment* segment_;
  std::optional<PostingView> view_;
  std::vector<std::pair<DocId, std::uint32_t>> rare_;  // decoded, from Xapian
  mutable std::optional<ArticleSet> live_;
};

/// Looks posting lists of one segment up, each once a query. Not thread-safe.
class PostingCache {
 public:
  explicit PostingCache(const Segment& segment) : segment_(segment) {}
  /// Valid until clear().
  const PostingList& get(const std::string& term) {
    return lists_.try_emplace(term, segment_, term).first->second;
  }
  void clear() { lists_.clear(); }

 private:
  const Segment& segment_;
  std::unordered_map<std::string, PostingList> lists_;
};

}  // namespace news
