// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/code_scan.hpp"

#include <cstring>

namespace news {
namespace {

// Calls visit(id) for each code until it returns true; tells whether it did.
template <typename Visit>
bool scan_codes(std::string_view codes, Visit&& visit) {
  std::uint64_t value = 0;
  for (const char c : codes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      value = (value << 7 | byte) + 1;
      continue;
    }
    if (visit(value << 7 | (byte & 127))) return true;
    value = 0;
  }
  return false;
}

}  // namespace

bool contains_codes(std::string_view haystack, std::string_view codes) {
  for (std::size_t at = 0;;) {
    const void* hit =
        ::memmem(haystack.data() + at, haystack.size() - at, codes.data(), codes.size());
    if (!hit) return false;
    const auto found = static_cast<std::size_t>(static_cast<const char*>(hit) - haystack.data());
    // A code starts at the beginning or behind a tagged byte; elsewhere it is the tail of a longer
    // one.
    if (found == 0 || (static_cast<unsigned char>(haystack[found - 1]) & 0x80)) return true;
    at = found + 1;
  }
}

bool contains_marked(std::string_view codes, const WordMarks& marks) {
  return scan_codes(codes, [&](std::uint64_t id) { return marks.of(id) != 0; });
}

bool contains_near(std::string_view codes, const WordMarks& marks, std::uint32_t distance,
                   bool ordered) {
  // The nearest one before decides; an imaginary word far in front spares a special case.
  std::int64_t position = 0, last_first = -(std::int64_t{1} << 40), last_second = last_first;
  return scan_codes(codes, [&](std::uint64_t id) {
    const std::uint8_t mark = marks.of(id);
    ++position;
    if (mark == 0) return false;
    if ((mark & 2) && position - last_first <= distance) return true;
    if ((mark & 1) && !ordered && position - last_second <= distance) return true;
    if (mark & 1) last_first = position;
    if (mark & 2) last_second = position;
    return false;
  });
}

}  // namespace news
