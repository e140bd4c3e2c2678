// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace news {

/// What becomes of the line ends of a text.
enum class LineEnds { blank, keep };

/// Makes foreign text safe to print: C0 and C1 controls (ESC among them), DEL, the bidirectional
/// overrides and isolates U+202A–202E and U+2066–2069, and bytes that are not UTF-8 become U+FFFD.
/// Tab and line ends become a blank each; a line end that is kept stays, as "\n". Thread-safe.
std::string sanitize(std::string_view text, LineEnds line_ends = LineEnds::blank);

/// Terminal columns that `utf8` takes: 2 for East Asian wide and fullwidth characters, 0 for
/// combining and invisible ones, 1 for all others and for a byte that is not UTF-8.
int display_width(std::string_view utf8);

/// Text that holds letters written from right to left, in U+2068 and U+2069, so that a terminal
/// does not move what stands beside it; all else unchanged. `utf8` must be safe to print.
std::string isolate(std::string_view utf8);

/// `utf8` cut to at most `columns`, the last of them an ellipsis if anything was cut.
std::string fit(std::string_view utf8, int columns);

/// So many blanks; none for a number below 0.
std::string blanks(int columns);
/// `utf8` with blanks before it, up to `columns` in all; wider text as it is.
std::string pad_start(std::string_view utf8, int columns);
/// The same with the blanks after it.
std::string pad_end(std::string_view utf8, int columns);

}  // namespace news
