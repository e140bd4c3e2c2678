// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/text_blocks.hpp"

namespace news {

/// What became of a block, and why.
enum class BlockClass : std::uint8_t {
  content,
  chrome,       ///< within navigation, comments, a caption, … (find_page_chrome)
  outside,      ///< not where the text is
  link,         ///< leads elsewhere
  repeated,     ///< stands there already, as the headline does
  boilerplate,  ///< says that it is no story: "Read more", "Follow us"
  trimmed,      ///< before the first or after the last of the prose
};

/// Classifies each of a page's blocks; without prose none is content. `title`: the headline, which
/// is not part of the text. docs/EXTRACTION.md has the steps and their sources. O(nodes + bytes).
std::vector<BlockClass> classify_blocks(const HtmlTree& tree, const BlockList& list,
                                        std::string_view title);

}  // namespace news
