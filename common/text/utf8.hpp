// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

struct Utf8Char {
  char32_t code;
  std::uint8_t length;
};

/// Decodes the character at `at` of valid UTF-8; a truncated tail yields U+FFFD of length 1.
inline Utf8Char decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const unsigned b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b >= 0xF0 && left >= 4)
    return {(b & 7u) << 18 | (byte(1) & 63u) << 12 | (byte(2) & 63u) << 6 | (byte(3) & 63u), 4};
  if (b >= 0xE0 && b < 0xF0 && left >= 3)
    return {(b & 15u) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u), 3};
  if (b >= 0xC0 && b < 0xE0 && left >= 2) return {(b & 31u) << 6 | (byte(1) & 63u), 2};
  return {0xFFFD, 1};
}

/// Appends one code point as UTF-8.
inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 63));
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}

}  // namespace news
