// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/query_error.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "common/text/utf8.hpp"
#include "searcher/engine/query/untrusted_utf8.hpp"

namespace news {
namespace {

constexpr std::size_t kShownBefore = 60, kShownAfter = 40;

// Bytes that are not UTF-8 come out as U+FFFD: an error message must be able to show any input.
char32_t next_char(std::string_view text, std::size_t& at) {
  return next_untrusted(text, at).value_or(0xFFFD);
}

std::size_t count_chars(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_char(text, at);
  return count;
}

// Control and direction characters could garble a terminal and shift the caret.
char32_t displayable(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_iscntrl(code) || c == 0x2028 || c == 0x2029) return U' ';
  return u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL) ? U' ' : c;
}

std::size_t cells(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t cells(const std::vector<char32_t>& chars, std::size_t from, std::size_t to) {
  std::size_t sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += cells(chars[i]);
  return sum;
}

}  // namespace

void fail_at(std::string_view query, std::string_view part, const std::string& message,
             std::string suggestion) {
  const auto offset = static_cast<std::size_t>(part.data() - query.data());
  throw QueryError(count_chars(query.substr(0, offset)) + 1,
                   std::max<std::size_t>(count_chars(part), 1), message, std::move(suggestion));
}

std::string caret_message(std::string_view query, const QueryError& error) {
  std::vector<char32_t> chars;
  for (std::size_t at = 0; at < query.size();) chars.push_back(displayable(next_char(query, at)));
  const std::size_t column = std::min(std::max<std::size_t>(error.column(), 1) - 1, chars.size());
  const std::size_t begin = column > kShownBefore ? column - kShownBefore : 0;
  const std::size_t end = std::min(chars.size(), column + kShownAfter);
  const std::size_t marked = std::min(column + error.length(), end);
  std::string out = begin > 0 ? "…" : "";
  for (std::size_t i = begin; i < end; ++i) append_utf8(out, chars[i]);
  if (end < chars.size()) out += "…";
  out += '\n';
  out.append(cells(chars, begin, column) + (begin > 0 ? 1 : 0), ' ');
  out += '^';
  const std::size_t width = marked > column ? cells(chars, column, marked) : 1;
  if (width > 1) out.append(width - 1, '~');
  out += '\n' + error.message() + '\n';
  if (!error.suggestion().empty()) out += error.suggestion() + '\n';
  return out;
}

}  // namespace news
