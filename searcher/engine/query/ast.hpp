// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.hpp"

namespace news {

/// What a node of a query means; docs/QUERY.md gives the exact definitions.
/// The comment names the members of Node that the operator uses besides its position.
enum class Op : std::uint8_t {
  all,     ///< `*`: every article
  word,    ///< text: folded, to be stemmed for each language in play
  exact,   ///< text: folded
  phrase,  ///< children, in a row, two or more: either all of them word or wildcard (`well-known`),
           ///< or exact, wildcard, any_word, or_ of exact, wildcard and phrase (`"…"`), or all
           ///< case_word, or all accents_word
  wildcard,      ///< text: folded, `*` any run of characters, `?` one character
  fuzzy,         ///< text: folded; n: 1 or 2 edits
  case_word,     ///< text: as fold_accents gives it, the case kept
  accents_word,  ///< text: as fold_case gives it, the accents kept
  any_word,      ///< exactly one word, whichever; only inside a phrase
  and_,          ///< children, two or more, none of them and_
  or_,           ///< children, two or more, none of them or_
  not_,          ///< one child
  near,          ///< two children, n
  adj,           ///< two children in order, n
  sentence,      ///< two children
  paragraph,     ///< two children
  not_near,      ///< two children, n: occurrences of the first without the second within n
  atleast,       ///< one child, n
  title,         ///< one child, searched in the title alone
  text,          ///< one child, searched in the text alone
  lead,          ///< one child, searched in the title or the first paragraph
  first,         ///< one child, n: searched in the first n words of the text
  source,        ///< text: the value as given, outer blanks trimmed (so for all filters below)
  author,        ///< text
  section,       ///< text
  lang,          ///< text
  url,           ///< text: a prefix
  id,            ///< text
  date,          ///< dates
  words,         ///< compare, n, and upper for Compare::between
};

/// How `words:` compares the length of the text with n.
enum class Compare : std::uint8_t { none, less, at_most, equal, at_least, more, between };

/// A date filter: both ends included, each at its own precision (year, month or day, no offset).
/// A missing end is open. When `undated` is true both ends are missing.
struct DateRange {
  std::optional<Date> from, to;
  bool undated = false;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// One node of a query: a plain value. parse_query and parse_any make only trees that obey the
/// comments of Op; evaluators may rely on it. At most some 600 nodes deep, so recursion is safe.
struct Node {
  Op op = Op::all;
  std::vector<Node> children;
  std::string text;
  std::uint32_t n = 0;
  std::uint32_t upper = 0;
  Compare compare = Compare::none;
  DateRange dates;
  std::size_t offset = 0;  ///< bytes from the start of the query; not part of equality
  std::size_t length = 0;  ///< in bytes; not part of equality

  /// Equal in meaning: everything but the position.
  friend bool operator==(const Node& a, const Node& b) {
    return a.op == b.op && a.text == b.text && a.n == b.n && a.upper == b.upper &&
           a.compare == b.compare && a.dates == b.dates && a.children == b.children;
  }
};

/// word, exact, wildcard or fuzzy: a word as folding leaves it, so that posting lists answer it.
constexpr bool is_folded_word(Op op) {
  return op == Op::word || op == Op::exact || op == Op::wildcard || op == Op::fuzzy;
}
/// A leaf that stands for a word, or for each of some.
constexpr bool is_word(Op op) {
  return is_folded_word(op) || op == Op::case_word || op == Op::accents_word;
}
/// near, adj, sentence, paragraph or not_near.
constexpr bool is_positional(Op op) {
  return op >= Op::near && op <= Op::not_near;
}
/// title, text, lead or first: the operators that restrict where words are looked for.
constexpr bool is_scope(Op op) {
  return op >= Op::title && op <= Op::first;
}
/// A condition on an article's fields rather than on its words.
constexpr bool is_filter(Op op) {
  return op >= Op::source;
}

}  // namespace news
