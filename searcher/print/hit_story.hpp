// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.hpp"

namespace news {

/// What is printed of a hit's story, as far as the printer needs it.
struct HitStory {
  std::string id;                  ///< of its earliest article, whether that matches or not
  std::size_t copies = 0;          ///< of a grouped hit: those that match too
  std::vector<Article> described;  ///< the earliest of them, without title and text
};

}  // namespace news
