// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

// End-Tagged Dense Code (Brisaboa, Iglesias, Navarro, Paramá: "An efficient compression code for
// text databases", ECIR 2003): rank 0–127 in one byte, the next 128² in two, the next 128³ in three
// …; the last byte of a code, and no other, has its high bit set.

/// A word's rank by frequency in its segment.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

/// Appends the code of a rank (below 2^28).
inline void put_code(std::string& out, WordId rank) {
  char digits[5];
  int n = 0;
  digits[n++] = static_cast<char>(0x80 | (rank & 127));
  for (rank >>= 7; rank > 0; rank >>= 7) {
    --rank;
    digits[n++] = static_cast<char>(rank & 127);
  }
  while (n > 0) out += digits[--n];
}

/// Decodes all of `codes`, appending the ranks to `out`; false when it ends inside a code, or a
/// code is longer than five bytes.
inline bool decode_codes(std::string_view codes, std::vector<WordId>& out) {
  // Without a branch on the length of a code, which no processor can foretell.
  const std::size_t before = out.size();
  out.resize(before + codes.size());
  WordId* next = out.data() + before;
  std::uint64_t value = 0, too_long = 0;
  for (const char c : codes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint64_t more = value << 7;
    const std::uint64_t last = byte >> 7;
    *next = static_cast<WordId>(more | (byte & 127));
    next += last;
    value = ((more | byte) + 1) & (last - 1);  // compilers make a branch of a choice
    too_long |= value >> 35;
  }
  out.resize(static_cast<std::size_t>(next - out.data()));
  return value == 0 && too_long == 0;
}

}  // namespace news
