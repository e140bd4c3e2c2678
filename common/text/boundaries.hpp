// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace news {

/// A byte offset where a sentence ends (exclusive); `paragraph` when a paragraph ends there too.
struct Boundary {
  std::size_t end;
  bool paragraph;
  friend bool operator==(const Boundary&, const Boundary&) = default;
};

/// Cuts a text into sentences and paragraphs, by ascending end; the last end is text.size().
/// Paragraphs end at a blank line or before an indented line, or, in a text with neither, at every
/// newline. Sentences are ICU's (UAX #29) for `language`, cut at paragraph ends, but
/// not after the abbreviations that docs/QUERY.md lists. Thread-safe; linear time.
std::vector<Boundary> find_boundaries(std::string_view text, std::string_view language);

}  // namespace news
