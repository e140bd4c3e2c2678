// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/utf8.hpp"

namespace news {

/// Word-break classes of UAX #29 as far as the fast path needs them. `complex` sends a run to ICU:
/// combining marks, format characters, Hebrew, kana, regional indicators and dictionary scripts.
enum class WordBreak : std::uint8_t {
  other,
  space,
  letter,
  digit,
  mid_letter,
  mid_num,
  mid_both,
  joiner,
  complex
};

/// The class of a code point. Thread-safe, O(1).
WordBreak word_break_class(char32_t c);

namespace detail {
extern const std::array<WordBreak, 128> kAsciiBreak;

/// A word found by ICU in a run that the fast path gave up on, in bytes from the run's start.
struct WordSpan {
  std::size_t begin, end;
};
/// Appends the words of `run` to a thread-local buffer and returns it; valid until the next call.
const std::vector<WordSpan>& segment_with_icu(std::string_view run);

inline bool joins_letters(WordBreak c) {
  return c == WordBreak::mid_letter || c == WordBreak::mid_both;
}
inline bool joins_digits(WordBreak c) {
  return c == WordBreak::mid_num || c == WordBreak::mid_both;
}

struct Decoded {
  WordBreak kind;
  std::uint8_t length;
};
inline Decoded classify(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {kAsciiBreak[byte], 1};
  const Utf8Char c = decode_utf8(text, at);
  return {word_break_class(c.code), c.length};
}
}  // namespace detail

/// Calls `word(begin, end, ascii)` for every word of `text`, in order: Unicode word segmentation
/// (UAX #29, https://unicode.org/reports/tr29/) with ICU's dictionaries for Han, kana and Thai.
/// A word holds at least one letter or digit. ':' and '@' always separate, because versions of
/// ICU disagree about them. `ascii` is true when every byte of the word is ASCII.
/// `text` must be valid UTF-8. Thread-safe; linear time.
template <typename Callback>
void for_each_word(std::string_view text, Callback&& word) {
  using detail::classify;
  std::size_t at = 0;
  while (at < text.size()) {
    detail::Decoded c = classify(text, at);
    const bool starts =
        c.kind == WordBreak::letter || c.kind == WordBreak::digit || c.kind == WordBreak::joiner;
    if (!starts && c.kind != WordBreak::complex) {
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    bool ascii = true;
    bool real = false;  // holds a letter or digit, not underscores alone
    bool give_up = c.kind == WordBreak::complex;
    while (!give_up) {
      ascii &= c.length == 1;
      real |= c.kind != WordBreak::joiner;
      const WordBreak previous = c.kind;
      at += c.length;
      if (at >= text.size()) break;
      c = classify(text, at);
      if (c.kind == WordBreak::letter || c.kind == WordBreak::digit || c.kind == WordBreak::joiner)
        continue;
      give_up = c.kind == WordBreak::complex;
      const bool letters = previous == WordBreak::letter && detail::joins_letters(c.kind);
      const bool digits = previous == WordBreak::digit && detail::joins_digits(c.kind);
      if (give_up || !(letters || digits) || at + c.length >= text.size()) break;
      const detail::Decoded next = classify(text, at + c.length);
      give_up = next.kind == WordBreak::complex;
      if (next.kind != previous) break;
      ascii &= c.length == 1;
      at += c.length;
      c = next;
    }
    if (!give_up) {
      if (real) word(begin, at, ascii);
      continue;
    }
    std::size_t end = text.find_first_of(" \t\r\n", begin);
    if (end == std::string_view::npos) end = text.size();
    for (const auto& w : detail::segment_with_icu(text.substr(begin, end - begin)))
      word(begin + w.begin, begin + w.end, false);
    at = end;
  }
}

}  // namespace news
