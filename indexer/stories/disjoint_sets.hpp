// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

#include "indexer/stories/article_table.hpp"

namespace news {

/// Sets of articles that are joined (path halving: Tarjan and van Leeuwen, "Worst-case analysis of
/// set union algorithms", JACM 1984); the lowest stands for its set. Thread-safe.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t articles);
  bool are_joined(ArticleNumber a, ArticleNumber b);
  void join(ArticleNumber a, ArticleNumber b);
  /// The sets of two or more, each ascending, by their first article. Not beside others.
  std::vector<std::vector<ArticleNumber>> sets();

 private:
  ArticleNumber find(ArticleNumber n);

  std::mutex mutex_;
  std::vector<ArticleNumber> parent_;
  std::vector<ArticleNumber> joined_;  // every one that is in a set, some repeatedly
};

}  // namespace news
