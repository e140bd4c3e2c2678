// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// What the beginnings of lines mean in MediaWiki's mark-up, as HTML: headings, lists, paragraphs.
/// Headings of sections without text are left out, and so are bold and italic marks.
std::string wiki_lines_to_html(std::string_view text);

}  // namespace news
