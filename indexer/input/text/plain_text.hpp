// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/article_builder.hpp"

namespace news {

/// The title, the text and, unless it is `dated` already, the date of an article in plain text as
/// people write it: a headline, maybe below a date, and paragraphs. `bytes`: in any encoding,
/// wrapped or not. O(bytes).
void read_plain_text(std::string_view bytes, const InputOptions& options, bool dated,
                     ArticleBuilder& builder);

}  // namespace news
