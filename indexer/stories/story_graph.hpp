// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "indexer/stories/article_table.hpp"

namespace news {

/// Sets of articles that are joined (path halving: Tarjan and van Leeuwen, "Worst-case analysis of
/// set union algorithms", JACM 1984); the lowest stands for its set. Thread-safe.
class JoinedArticles {
 public:
  explicit JoinedArticles(std::size_t articles);
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

/// Joins each of the articles of `fresh` with all live articles of the table that are its copies:
/// within the window, may_be_copies by their sketches, and are_copies by their words. The result
/// depends on the articles alone, not on threads or order. Memory: some 50 MB beside the table.
/// Throws Error(Exit::damaged).
void join_copies(const ArticleTable& table, std::span<const ArticleNumber> fresh,
                 std::uint32_t window_days, unsigned threads, JoinedArticles& joined);

}  // namespace news
