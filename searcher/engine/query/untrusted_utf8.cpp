// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/untrusted_utf8.hpp"

#include <unicode/utf8.h>

#include <cstdint>

// U8_NEXT narrows inside the macro.
#pragma GCC diagnostic ignored "-Wconversion"

namespace news {

std::optional<char32_t> next_untrusted(std::string_view bytes, std::size_t& at) {
  auto i = static_cast<std::int64_t>(at);
  UChar32 c;
  U8_NEXT(bytes.data(), i, static_cast<std::int64_t>(bytes.size()), c);
  at = static_cast<std::size_t>(i);
  if (c < 0) return std::nullopt;
  return static_cast<char32_t>(c);
}

}  // namespace news
