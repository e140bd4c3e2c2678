// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/disjoint_sets.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace news {

DisjointSets::DisjointSets(std::size_t articles) : parent_(articles) {
  std::iota(parent_.begin(), parent_.end(), 0u);
}

ArticleNumber DisjointSets::find(ArticleNumber n) {
  while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
  return n;
}

bool DisjointSets::are_joined(ArticleNumber a, ArticleNumber b) {
  const std::lock_guard guard(mutex_);
  return find(a) == find(b);
}

void DisjointSets::join(ArticleNumber a, ArticleNumber b) {
  const std::lock_guard guard(mutex_);
  joined_.push_back(a);
  joined_.push_back(b);
  a = find(a);
  b = find(b);
  parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::vector<ArticleNumber>> DisjointSets::sets() {
  std::sort(joined_.begin(), joined_.end());
  joined_.erase(std::unique(joined_.begin(), joined_.end()), joined_.end());
  std::vector<std::vector<ArticleNumber>> out;
  std::vector<std::pair<ArticleNumber, ArticleNumber>> by_root;
  for (const ArticleNumber n : joined_) by_root.emplace_back(find(n), n);
  std::sort(by_root.begin(), by_root.end());
  for (std::size_t i = 0; i < by_root.size(); ++i) {
    if (i == 0 || by_root[i].first != by_root[i - 1].first) out.emplace_back();
    out.back().push_back(by_root[i].second);
  }
  return out;
}

}  // namespace news
