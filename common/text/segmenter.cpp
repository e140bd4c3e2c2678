// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/segmenter.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>
#include <vector>

#include "common/error.hpp"

namespace news {
namespace {

// ICU cuts these by dictionary, so their words depend on more than the neighbouring characters.
bool needs_dictionary(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return true;
    default:
      return false;
  }
}

WordBreak look_up(char32_t c) {
  if (c == ':' || c == '@') return WordBreak::other;
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return WordBreak::space;
  if (needs_dictionary(c)) return WordBreak::complex;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordBreak::letter;
    case U_WB_NUMERIC:
      return WordBreak::digit;
    case U_WB_MIDLETTER:
      return WordBreak::mid_letter;
    case U_WB_MIDNUM:
      return WordBreak::mid_num;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordBreak::mid_both;
    case U_WB_EXTENDNUMLET:
      return WordBreak::joiner;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:
      return WordBreak::other;
    default:
      return WordBreak::complex;
  }
}

// Everything up to the end of Arabic lies in one small table; beyond it ICU is asked each time.
constexpr char32_t kTableEnd = 0x700;

std::array<WordBreak, kTableEnd> make_table() {
  std::array<WordBreak, kTableEnd> table{};
  for (char32_t c = 0; c < kTableEnd; ++c) table[c] = look_up(c);
  return table;
}

constexpr std::array<WordBreak, 128> make_ascii() {
  std::array<WordBreak, 128> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = WordBreak::letter;
  for (int c = '0'; c <= '9'; ++c) table[c] = WordBreak::digit;
  for (int c : {' ', '\t', '\n', '\r'}) table[c] = WordBreak::space;
  table['\''] = table['.'] = WordBreak::mid_both;
  table[','] = table[';'] = WordBreak::mid_num;
  table['_'] = WordBreak::joiner;
  return table;
}

icu::BreakIterator& word_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> it(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
      throw Error(ErrorCode::failed, "ICU has no word break rules",
                  "Install the ICU data package.");
    return it;
  }();
  return *iterator;
}

}  // namespace

WordBreak word_break_class(char32_t c) {
  static const std::array<WordBreak, kTableEnd> table = make_table();
  return c < kTableEnd ? table[c] : look_up(c);
}

namespace detail {

constinit const std::array<WordBreak, 128> kAsciiBreak = make_ascii();

const std::vector<WordSpan>& segment_with_icu(std::string_view run) {
  thread_local std::vector<WordSpan> words;
  thread_local std::vector<std::uint32_t> byte_of_unit;
  words.clear();
  byte_of_unit.clear();
  icu::UnicodeString units;
  for (std::size_t at = 0; at < run.size();) {
    const Utf8Char c = decode_utf8(run, at);
    const bool separator = c.code == ':' || c.code == '@';
    units.append(static_cast<UChar32>(separator ? ' ' : c.code));
    byte_of_unit.resize(static_cast<std::size_t>(units.length()), static_cast<std::uint32_t>(at));
    at += c.length;
  }
  byte_of_unit.push_back(static_cast<std::uint32_t>(run.size()));
  auto& iterator = word_iterator();
  iterator.setText(units);
  for (auto begin = iterator.first(), end = iterator.next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator.next()) {
    if (iterator.getRuleStatus() == UBRK_WORD_NONE) continue;
    bool real = false;
    for (auto i = begin; i < end && !real; i = units.moveIndex32(i, 1))
      real = u_isalpha(units.char32At(i)) || u_isdigit(units.char32At(i));
    if (real)
      words.push_back({byte_of_unit[static_cast<std::size_t>(begin)],
                       byte_of_unit[static_cast<std::size_t>(end)]});
  }
  return words;
}

}  // namespace detail
}  // namespace news
