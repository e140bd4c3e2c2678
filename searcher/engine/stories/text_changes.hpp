// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "common/article.hpp"

namespace news {

/// What one article has other than another one of which it is a copy. Words are those of the text,
/// by the shortest list of edits that word_diff finds.
struct TextChanges {
  bool title = false, author = false, text = false;
  std::uint64_t words = 0;  ///< of the copy
  std::uint64_t original_words = 0;
  std::uint64_t added = 0, removed = 0;  ///< words
};

/// As expensive as word_diff. Thread-safe.
TextChanges find_changes(const Article& original, const Article& copy);

/// `headline changed; 12 words added, 3 removed; text cut to 48 %`. Thread-safe.
std::string changes_text(const TextChanges& changes);

}  // namespace news
