// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What is folded away: both case and accents, or all but the one that `case:` and `accents:` keep.
enum class Folding : std::uint8_t { both, keep_case, keep_accents };

/// A word of the query as the articles' words are stored, or a pattern over them.
struct QueryWord {
  std::string text;       ///< folded; runs of `*` made one
  bool wildcard = false;  ///< holds `*` or `?`
  friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// Cuts and folds a piece of a query exactly as articles are cut and folded, with `*` and `?` as
/// letters. What stands between backticks (which must be paired) is one word, taken as it stands.
/// `raw` must be valid UTF-8. Thread-safe; linear.
std::vector<QueryWord> analyse(std::string_view raw, Folding folding);

/// True for `*`, `?*` and the like: a pattern that names no letter.
bool is_bare_wildcard(const QueryWord& word);

/// The position of the first character of `set` outside backticks, npos if there is none.
std::size_t find_outside_literals(std::string_view raw, std::string_view set);

/// A word or pattern written so that analyse() reads the same back; between backticks if need be.
std::string spell(const std::string& text, Folding folding);

/// The same for several words in one token, joined by hyphens.
std::string spell(const std::vector<std::string>& texts, Folding folding);

}  // namespace news
