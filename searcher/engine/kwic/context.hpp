// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// A place of a text with what stands around it, safe to print: white space in a row is one blank.
/// Blanks beside the match are part of the contexts.
struct KwicContext {
  std::string left, match, right;
};

/// `text` around its bytes [begin, end), which begin and end at characters; at most `columns` of a
/// terminal on each side, cut between words, but where a word is long, within it. `text` must be
/// valid UTF-8. Thread-safe; O(columns + match).
KwicContext cut_context(std::string_view text, std::size_t begin, std::size_t end, int columns);

/// At most that many columns of the end, or of the beginning, of a context that is safe to print,
/// cut likewise.
std::string_view last_columns(std::string_view utf8, int columns);
std::string_view first_columns(std::string_view utf8, int columns);

}  // namespace news
