// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/page_metadata.hpp"

namespace news {

/// The headline as readers see it: of the page's headings the one that its titles for machines
/// repeat, else the best of those, without the site's name.
std::string choose_headline(const HtmlTree& tree, const PageMetadata& metadata);

}  // namespace news
