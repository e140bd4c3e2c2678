// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace news {

/// Length of the white space that begins at a byte: ASCII's, no-break, thin and ideographic blanks;
/// zero-width ones count as well.
inline std::size_t blank_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c == '\xC2') return text.substr(at).starts_with("\xC2\xA0") ? 2 : 0;
  if (c != '\xE2' && c != '\xE3' && c != '\xEF') return 0;
  const auto three = text.substr(at, 3);
  if (three == "\xE3\x80\x80" || three == "\xEF\xBB\xBF") return 3;
  return three.size() == 3 && three[0] == '\xE2' && three[1] == '\x80' && three[2] <= '\x8B' ? 3
                                                                                             : 0;
}

}  // namespace news
