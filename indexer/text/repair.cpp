// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/repair.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/entities.hpp"
#include "indexer/text/windows1252.hpp"

namespace news {
namespace {

constexpr int kMaxRounds = 2;  // some text has been through it twice

/// Pairs of characters that are UTF-8's first two bytes read as windows-1252, for the letters that
/// give it away: Â Ã â for Latin script, Ð Ñ for Cyrillic.
std::size_t count_odd(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\xC3'); at != text.npos; at = text.find('\xC3', at + 2)) {
    const char32_t lead = decode_utf8(text, at).code;
    if (lead != U'Â' && lead != U'Ã' && lead != U'â' && lead != U'Ð' && lead != U'Ñ') continue;
    if (at + 2 >= text.size()) break;
    const auto byte = windows1252_byte(decode_utf8(text, at + 2).code);
    if (byte && *byte >= 0x80 && *byte < 0xC0) ++count;
  }
  return count;
}

/// The text's characters as bytes of windows-1252; nullopt if one has none.
std::optional<std::string> to_bytes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = decode_utf8(text, at);
    const auto byte = windows1252_byte(c.code);
    if (!byte) return std::nullopt;
    out += static_cast<char>(*byte);
    at += c.length;
  }
  return out;
}

bool is_dropped(char32_t c) {
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF;
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

/// Most of any text: may be copied without a look at it.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte < 0x7F) || c == '\n' || c == '\t';
}

/// Line ends as "\n", and without the characters that nobody sees.
std::string drop_invisible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out.append(text, begin, at - begin);
    if (at == text.size()) break;
    const auto c = decode_utf8(text, at);
    const bool before_end = c.code == '\r' && text.substr(at + 1).starts_with('\n');
    if (is_line_end(c.code)) {
      if (!before_end) out += '\n';
    } else if (!is_dropped(c.code)) {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
  return out;
}

}  // namespace

std::string undo_mojibake(std::string text) {
  for (int round = 0; round < kMaxRounds; ++round) {
    const std::size_t odd = count_odd(text);
    if (odd == 0) break;
    auto bytes = to_bytes(text);
    if (!bytes || !simdjson::validate_utf8(*bytes) || count_odd(*bytes) >= odd) break;
    text = *std::move(bytes);
  }
  return text;
}

std::string repair_text(std::string_view bytes) {
  std::string text = undo_mojibake(to_utf8(bytes));
  // Twice, for &amp;#8217; is what a crawl that escapes too much leaves.
  for (int round = 0; round < 2 && text.find('&') != text.npos; ++round)
    text = decode_entities(text);
  return drop_invisible(text);
}

}  // namespace news
