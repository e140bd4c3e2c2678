// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace news {

/// What the names that authors of a page gave an element suggest that it holds; bits.
enum class Hint : std::uint8_t {
  none = 0,
  body = 1,      ///< the article's text
  chrome = 2,    ///< navigation, advertisements, shares, related stories, forms
  comments = 4,  ///< what readers wrote
  small = 8,     ///< byline, date, caption, credit, tags: short things about the article
  byline = 32,   ///< an author's name; also small
  dated = 64,    ///< a date; also small
  teaser = 16,   ///< leads to another article, or is this one's lead
};
constexpr Hint operator|(Hint a, Hint b) {
  return static_cast<Hint>(static_cast<int>(a) | static_cast<int>(b));
}
constexpr bool has_hint(Hint all, Hint one) {
  return (static_cast<int>(all) & static_cast<int>(one)) != 0;
}

/// Reads a value of class or id: its words, told apart by '-', '_', blanks and capitals, singly and
/// in pairs ("mostRead", "most-read", "mostread"). Looks at 512 bytes. Thread-safe.
Hint hint_of_names(std::string_view names);

}  // namespace news
