// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace news {

/// What a page turned out to be.
enum class PageKind : std::uint8_t {
  article,
  listing,  ///< leads to articles: a front page, a tag, search results
  error,    ///< says that there is no page, or no access
  empty,    ///< has no prose
};

}  // namespace news
