// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace news {

/// What kind of block a paragraph is, by a phrase in it.
enum class PhraseKind : unsigned char {
  none,
  comment_form,  ///< its heading, after which nothing belongs to the article
  comments,      ///< the same, less certain
  links,         ///< the heading of a list of other articles
  line,          ///< chrome of a page
};

/// Paragraphs below are folded as by fold_word(): lower case, no accents, straight apostrophes; and
/// without the marks and digits around them.

/// Of a whole paragraph.
PhraseKind whole_phrase(std::string_view paragraph);
/// Cross-references, credits and the like begin so, and go on in the same line.
bool begins_reference(std::string_view paragraph);
/// Only with a colon after it.
bool begins_label(std::string_view paragraph);
/// Of a picture, without a colon.
bool begins_credit(std::string_view paragraph);
/// What no story says.
bool holds_notice(std::string_view paragraph);
/// A call to subscribe, which begins so and names what to.
bool is_prompt(std::string_view paragraph);
/// The number of words if all are networks and buttons to share on them, else 0.
std::size_t share_words(std::string_view paragraph);

}  // namespace news
