// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/entities.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/text/utf8.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxName = 10;  // of an entity: "thetasym"; of a number: "#x10FFFF"

// What the numbers 128 to 159 mean in practice: windows-1252 (HTML Standard, 13.2.5.80).
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Entity {
  std::string_view name;
  char32_t code;
};
// The frequent ones, and two that libxml2's table of HTML 4 lacks.
constexpr std::array<Entity, 9> kFrequent = {{{"amp", '&'},
                                              {"lt", '<'},
                                              {"gt", '>'},
                                              {"quot", '"'},
                                              {"nbsp", ' '},
                                              {"apos", '\''},
                                              {"AMP", '&'},
                                              {"LT", '<'},
                                              {"GT", '>'}}};

char32_t readable(char32_t code) {
  if (code >= 0x80 && code <= 0x9F) code = kWindows[code - 0x80];
  const bool control =
      (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code <= 0x9F);
  if (control || code == 0xA0) return ' ';
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return surrogate || code > 0x10FFFF ? 0xFFFD : code;
}

std::optional<char32_t> number_of(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  digits.remove_prefix(hex);
  std::uint32_t code = 0;
  const auto end = digits.data() + digits.size();
  const auto got = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  if (got.ec == std::errc::invalid_argument || got.ptr != end) return std::nullopt;
  return got.ec == std::errc() ? readable(code) : 0xFFFD;
}

std::optional<char32_t> entity_of(std::string_view name) {
  if (name.starts_with('#')) return number_of(name.substr(1));
  for (const auto& entity : kFrequent)
    if (entity.name == name) return entity.code;
  const std::string key(name);
  const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
  if (found == nullptr) return std::nullopt;
  return readable(found->value);
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const auto sign = std::min(text.find('&'), text.size());
    out += text.substr(0, sign);
    text.remove_prefix(sign);
    if (text.empty()) return out;
    const auto end = text.substr(0, kMaxName + 2).find(';');
    const auto code = end == text.npos ? std::nullopt : entity_of(text.substr(1, end - 1));
    if (code) {
      append_utf8(out, *code);
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
}

}  // namespace news
