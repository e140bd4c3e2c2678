// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/text_blocks.hpp"

namespace news {

/// Sums over the blocks of any subtree in constant time.
class BlockSums {
 public:
  /// `of`: a block's share of the sum.
  template <typename Value>
  BlockSums(const HtmlTree& tree, const BlockList& list, Value of) : sums_(tree.size() + 1) {
    for (std::size_t i = 0; i < list.blocks.size(); ++i) sums_[list.blocks[i].first + 1] += of(i);
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }
  double of(NodeId begin, NodeId end) const { return sums_[end] - sums_[begin]; }

 private:
  std::vector<double> sums_;
};

/// Which blocks stand in the chrome of the page: navigation, comments, related stories, captions,
/// and what is hidden; recognised by elements, roles and names. What holds the page's prose is no
/// page chrome, whatever its name. A node a block: the root of the subtree, or kNoNode. O(nodes).
std::vector<NodeId> find_page_chrome(const HtmlTree& tree, const BlockList& list);

}  // namespace news
