// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/kwic/context.hpp"

#include <algorithm>

#include "common/text/display.hpp"

namespace news {
namespace {

// A word longer than this is cut, so that texts without blanks have contexts too.
constexpr std::size_t kLongWord = 20;  // bytes

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return at;
}

std::size_t next(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && is_continuation(text[at]));
  return at;
}

std::string clean(std::string_view text) {
  std::string out = sanitize(text);
  const auto blanks = [](char a, char b) { return a == ' ' && b == ' '; };
  out.erase(std::unique(out.begin(), out.end(), blanks), out.end());
  return out;
}

// As much text as `columns` take, and some more: blanks may go, and marks take no column. A byte of
// ASCII is a character, others are a part of one.
std::size_t reach_of(int columns) {
  return static_cast<std::size_t>(columns) * 6 + 64;
}

std::size_t cost_of(char c) {
  return static_cast<unsigned char>(c) < 0x80 ? 4 : 1;
}

std::string_view before(std::string_view text, std::size_t end, int columns) {
  std::size_t begin = end;
  for (std::size_t cost = 0; begin > 0 && cost < reach_of(columns);) cost += cost_of(text[--begin]);
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return text.substr(begin, end - begin);
}

std::string_view after(std::string_view text, std::size_t begin, int columns) {
  std::size_t end = begin;
  for (std::size_t cost = 0; end < text.size() && cost < reach_of(columns);)
    cost += cost_of(text[end++]);
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string_view last_columns(std::string_view utf8, int columns) {
  std::size_t begin = utf8.size();
  for (int left = columns; begin > 0;) {
    const std::size_t at = previous(utf8, begin);
    left -= display_width(utf8.substr(at, begin - at));
    if (left < 0) break;
    begin = at;
  }
  if (begin == 0) return utf8;
  if (utf8[begin - 1] != ' ') {
    const std::size_t blank = utf8.find(' ', begin);
    if (blank != utf8.npos && blank - begin <= kLongWord) begin = blank;
  }
  // Neither a blank nor a mark that belongs to a character before begins a context.
  while (begin < utf8.size()) {
    const std::size_t at = next(utf8, begin);
    const bool mark = display_width(utf8.substr(begin, at - begin)) == 0;
    if (!mark && (utf8[begin] != ' ' || at == utf8.size())) break;
    begin = at;
  }
  return utf8.substr(begin);
}

std::string_view first_columns(std::string_view utf8, int columns) {
  std::size_t end = 0;
  for (int left = columns; end < utf8.size();) {
    const std::size_t at = next(utf8, end);
    left -= display_width(utf8.substr(end, at - end));
    if (left < 0) break;
    end = at;
  }
  if (end == utf8.size()) return utf8;
  if (utf8[end] != ' ' && end > 0) {
    const std::size_t blank = utf8.rfind(' ', end - 1);
    if (blank != utf8.npos && end - blank <= kLongWord) end = blank + 1;
  }
  while (end > 1 && utf8[end - 1] == ' ') --end;
  return utf8.substr(0, end);
}

KwicContext cut_context(std::string_view text, std::size_t begin, std::size_t end, int columns) {
  const std::string left = clean(before(text, begin, columns));
  const std::string right = clean(after(text, end, columns));
  return {std::string(last_columns(left, columns)), clean(text.substr(begin, end - begin)),
          std::string(first_columns(right, columns))};
}

}  // namespace news
