// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Joins the lines of paragraphs in a text that is wrapped at a column: where a line ends, the next
/// line's first word would not have fitted. A paragraph begins after a blank line or with an
/// indent, and then stands after a blank line. Verse, lists, tables, quoted mail and text that is
/// not wrapped keep their lines. O(text).
std::string unwrap_lines(std::string_view text);

/// The text's paragraphs without outer blanks, views into it: its lines, but what unwrap_lines()
/// would join is one.
std::vector<std::string_view> split_paragraphs(std::string_view text);

}  // namespace news
