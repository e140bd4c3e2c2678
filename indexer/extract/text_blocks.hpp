// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"

namespace news {

/// A stretch of text without a block-level tag within: what a reader sees as a paragraph, a
/// heading, an item or a cell. After Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection
/// using Shallow Text Features", WSDM 2010.
struct TextBlock {
  NodeId first = 0;                  ///< its first text node
  NodeId element = 0;                ///< the block-level element that it stands in
  std::uint32_t begin = 0, end = 0;  ///< of its text in BlockList::bytes
  std::uint32_t words = 0;           ///< two ideographs are one
  std::uint32_t linked = 0;          ///< of those, within links
  std::uint32_t sentences = 0;       ///< ends of sentences
  bool stopped = false;              ///< its last word ends a sentence
  bool list = false;                 ///< in an item of a list

  double link_density() const { return words == 0 ? 0.0 : static_cast<double>(linked) / words; }
  /// Whether it reads like a paragraph of prose.
  bool prose() const {
    return link_density() < 0.4 && ((words >= 9 && sentences > 0) || words >= 25);
  }
};

struct BlockList {
  std::vector<TextBlock> blocks;  ///< in document order
  std::string bytes;

  /// White space is single blanks; a line break that was asked for is a newline.
  std::string_view text(const TextBlock& block) const {
    return std::string_view(bytes).substr(block.begin, block.end - block.begin);
  }
};

/// Cuts a page's body; what no reader sees (scripts, controls of forms) is left out. O(nodes).
BlockList cut_blocks(const HtmlTree& tree);

}  // namespace news
