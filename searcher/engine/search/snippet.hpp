// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/engine/results.hpp"

namespace news {

/// Some text around matches; `matches` are offsets into `text`, ascending, not overlapping.
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> matches;
  bool cut_front = false, cut_back = false;  ///< the article goes on before it / after it
};

/// The best `bytes` or so of the text: where most different matches are, cut at words; the
/// beginning of the text when nothing in it matched. Line breaks become blanks. O(text).
Snippet make_snippet(const Article& article, const std::vector<Match>& all,
                     std::size_t bytes = 240);

}  // namespace news
