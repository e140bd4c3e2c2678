// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace news {

/// What windows-1252 has at 0x80 to 0x9F, as browsers read it: bytes without a meaning are C1
/// controls (WHATWG Encoding, index-windows-1252).
inline constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

/// The windows-1252 byte of a character; nullopt if it has none.
inline std::optional<std::uint8_t> windows1252_byte(char32_t c) {
  if (c < 0x100) return static_cast<std::uint8_t>(c);
  const auto at = std::find(kWindows1252.begin(), kWindows1252.end(), c);
  if (at == kWindows1252.end()) return std::nullopt;
  return static_cast<std::uint8_t>(0x80 + (at - kWindows1252.begin()));
}

}  // namespace news
