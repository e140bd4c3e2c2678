// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/article.hpp"

namespace news {

/// An article with the byte ranges of its words, position by position, as they were indexed.
struct WrittenWords {
  Article article;
  std::vector<std::pair<std::size_t, std::size_t>> title, text;
};

/// Cuts title and text just as indexing did. O(text).
WrittenWords written_words(Article article);
std::vector<std::pair<std::size_t, std::size_t>> word_ranges(std::string_view text);

}  // namespace news
