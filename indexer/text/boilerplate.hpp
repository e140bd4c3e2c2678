// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/article.hpp"

namespace news {

/// Which of a text's paragraphs (see split_paragraphs) are not the article's: comment forms,
/// cross-references, adverts, newsletter prompts, photo credits, an author's portrait at the end.
/// By rules alone, and in doubt for the article. `repeated` (empty or one a paragraph): stands in
/// many articles of the source.
std::vector<bool> mark_boilerplate(const std::vector<std::string_view>& paragraphs,
                                   const std::vector<bool>& repeated);

/// Moves the marked paragraphs, which are views into article.text, to article.boilerplate, and
/// white space with them; restore_text() brings them back. Does nothing if no other text would be
/// left.
void set_aside(Article& article, const std::vector<std::string_view>& paragraphs,
               const std::vector<bool>& marked);

}  // namespace news
