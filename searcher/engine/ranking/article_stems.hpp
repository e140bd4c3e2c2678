// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>

#include "common/archive/segment.hpp"

namespace news {

struct ArticleStem {
  std::uint32_t frequency = 0;  ///< in the text, and kTitleWeight times that in the title
  std::uint32_t most = 0;       ///< the part of its most frequent word
  WordId word = kNoWord;        ///< that word
};

/// The stems of an article's words. Throws Error(ErrorCode::damaged). O(words).
std::map<std::string, ArticleStem> count_stems(const Segment& segment, DocId n,
                                               const std::string& language);

}  // namespace news
