// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/article.hpp"

#include <algorithm>

namespace news {

std::string restore_text(const Article& article) {
  std::string out;
  std::size_t at = 0;
  for (const auto& block : article.boilerplate) {
    const std::size_t to = std::clamp<std::size_t>(block.at, at, article.text.size());
    out.append(article.text, at, to - at).append(block.text);
    at = to;
  }
  return out.append(article.text, at);
}

}  // namespace news
