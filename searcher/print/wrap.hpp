// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// A word to print, and how much of the terminal it takes.
struct Piece {
  std::string shown;
  int width = 0;
};

/// Ranges of bytes, ascending, not overlapping.
using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

/// Cuts text at blanks and line ends, safe to print; what lies in `marks` is put in colour.
/// `style`: the escape sequence that the other words are printed in, "" for none.
std::vector<Piece> pieces(std::string_view text, const Marks& marks, bool color,
                          std::string_view style = {});

/// Fills lines up to `width`. `first`: the indent of the first line, `indent` of the others.
void print_wrapped(std::ostream& out, const std::vector<Piece>& words, int first, int indent,
                   int width);

/// Text line by line, each wrapped to `width`; safe to print, and `marks` in colour. Ends with a
/// newline. O(text + marks).
void print_lines(std::ostream& out, std::string_view text, int width, const Marks& marks = {});

}  // namespace news
