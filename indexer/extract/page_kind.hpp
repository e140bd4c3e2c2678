// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/kinds.hpp"
#include "indexer/extract/main_content.hpp"
#include "indexer/extract/page_metadata.hpp"

namespace news {

/// Whether there is an article on the page at all: by what it says of itself, by its headline, and
/// by how much of its text is prose and how much leads elsewhere.
PageKind kind_of_page(const PageMetadata& metadata, std::string_view title, const BlockList& list,
                      const std::vector<BlockClass>& classes);

}  // namespace news
