// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>

namespace news {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kEllipsis = "\u2026";

/// The character at `at`, negative if it is not UTF-8; moves `at` after it.
UChar32 next_character(std::string_view text, std::size_t& at) {
  const char* data = text.data() + at;  // ICU's indexes are 32 bits wide
  const auto left = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  std::int32_t used = 0;
  UChar32 character = 0;
  U8_NEXT(data, used, left, character);
  at += static_cast<std::size_t>(used);
  return character;
}

/// Printable ASCII: most of most texts, and nothing has to be asked about it.
bool plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

bool hostile(UChar32 c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

int character_width(UChar32 c) {
  if (c < 0) return 1;
  if (c < 0x300) return c == 0 ? 0 : 1;  // soft hyphen included: terminals show it
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals join the initial before
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string sanitize(std::string_view text, LineEnds line_ends) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && plain(text[at])) ++at;
    if (at > begin) {
      out.append(text, begin, at - begin);
      continue;
    }
    const UChar32 c = next_character(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n') continue;  // the \n speaks for both
    if (c == '\n' || c == '\r') {
      out += line_ends == LineEnds::keep ? '\n' : ' ';
    } else if (c == '\t') {
      out += ' ';
    } else if (c < 0 || hostile(c)) {
      out += kReplacement;
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    if (plain(utf8[at])) {
      ++width;
      ++at;
    } else {
      width += character_width(next_character(utf8, at));
    }
  }
  return width;
}

std::string isolate(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (plain(utf8[at])) {
      ++at;
      continue;
    }
    const UChar32 c = next_character(utf8, at);
    const auto direction = c < 0x590 ? U_LEFT_TO_RIGHT : u_charDirection(c);
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
      return "\u2068" + std::string(utf8) + "\u2069";
  }
  return std::string(utf8);
}

std::string fit(std::string_view utf8, int columns) {
  if (columns <= 0) return {};
  std::size_t cut = 0;  // end of what still leaves room for the ellipsis
  int width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    width += character_width(next_character(utf8, at));
    if (width < columns) cut = at;
    if (width > columns) {
      while (cut > 0 && utf8[cut - 1] == ' ') --cut;
      return std::string(utf8.substr(0, cut)).append(kEllipsis);
    }
  }
  return std::string(utf8);
}

std::string blanks(int columns) {
  std::string out;
  if (columns > 0) out.assign(static_cast<std::size_t>(columns), ' ');
  return out;
}

std::string pad_start(std::string_view utf8, int columns) {
  return blanks(columns - display_width(utf8)).append(utf8);
}

std::string pad_end(std::string_view utf8, int columns) {
  return std::string(utf8) + blanks(columns - display_width(utf8));
}

}  // namespace news
