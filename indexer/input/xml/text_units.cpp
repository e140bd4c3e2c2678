// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/text_units.hpp"

#include <array>

namespace news {
namespace {

using namespace std::string_view_literals;

struct Start {
  std::string_view bytes;
  TextUnits units;
  std::size_t mark;
};
// The longer first: UTF-32's mark begins with UTF-16's.
constexpr std::array<Start, 9> kStarts = {{{"\xFF\xFE\0\0"sv, {4, false}, 4},
                                           {"\0\0\xFE\xFF"sv, {4, true}, 4},
                                           {"\xEF\xBB\xBF"sv, {1, false}, 3},
                                           {"\xFF\xFE"sv, {2, false}, 2},
                                           {"\xFE\xFF"sv, {2, true}, 2},
                                           {"<\0\0\0"sv, {4, false}, 0},
                                           {"\0\0\0<"sv, {4, true}, 0},
                                           {"<\0"sv, {2, false}, 0},
                                           {"\0<"sv, {2, true}, 0}}};

const Start* find_start(std::string_view head) {
  for (const auto& start : kStarts)
    if (head.starts_with(start.bytes)) return &start;
  return nullptr;
}

}  // namespace

std::string_view TextUnits::label() const {
  if (width == 2) return big_endian ? "UTF-16BE" : "UTF-16LE";
  if (width == 4) return big_endian ? "UTF-32BE" : "UTF-32LE";
  return {};
}

std::string TextUnits::narrow(std::string_view bytes) const {
  std::string out;
  out.reserve(bytes.size() / width);
  const auto low = big_endian ? width - 1 : 0;
  for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
    bool ascii = static_cast<unsigned char>(bytes[at + low]) < 0x80;
    for (std::size_t i = 0; i < width; ++i) ascii &= i == low || bytes[at + i] == 0;
    out += ascii ? bytes[at + low] : '?';
  }
  return out;
}

TextUnits find_units(std::string_view head) {
  const Start* start = find_start(head);
  return start == nullptr ? TextUnits{} : start->units;
}

std::size_t mark_length(std::string_view head) {
  const Start* start = find_start(head);
  return start == nullptr ? 0 : start->mark;
}

}  // namespace news
