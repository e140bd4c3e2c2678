// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <cstring>
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/engine/query/foreign/foreign_words.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/operands.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"
#include "searcher/engine/query/words.hpp"

namespace news::foreign {
namespace {

// Nexis names languages in English, our articles carry ISO 639-1 codes.
std::string language_code(std::string_view name) {
  for (const char* const* code = uloc_getISOLanguages(); *code; ++code) {
    if (std::strlen(*code) != 2) continue;
    UChar buffer[64];
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = uloc_getDisplayLanguage(*code, "en", buffer, 64, &status);
    if (U_FAILURE(status)) continue;
    std::string shown;
    icu::UnicodeString(buffer, size).toUTF8String(shown);
    if (lower_case(shown) == lower_case(name)) return *code;
  }
  return std::string(name);
}

Date next_time(Date date, int step) {
  if (date.precision == Precision::day) {
    date = civil_from_days(days_from_civil(date.year, date.month, date.day) + step);
    date.precision = Precision::day;
    return date;
  }
  const bool month = date.precision == Precision::month;
  const int months = date.year * 12 + (month ? date.month - 1 + step : 12 * step);
  date.year = static_cast<std::int16_t>(months / 12);
  if (month) date.month = static_cast<std::uint8_t>(months % 12 + 1);
  return date;
}

enum class Bound : std::uint8_t { is, from, to, after, before };

// What a condition starts with; the rest is the date.
Bound cut_bound(std::string_view& part) {
  static constexpr std::pair<std::string_view, Bound> kSigns[] = {{">=", Bound::from},
                                                                  {"<=", Bound::to},
                                                                  {">", Bound::after},
                                                                  {"<", Bound::before},
                                                                  {"=", Bound::is}};
  static constexpr std::pair<std::string_view, Bound> kWords[] = {
      {"after", Bound::after}, {"aft", Bound::after}, {"before", Bound::before},
      {"bef", Bound::before},  {"from", Bound::from}, {"to", Bound::to},
      {"is", Bound::is}};
  for (const auto& [sign, bound] : kSigns) {
    if (!part.starts_with(sign)) continue;
    part = trim(part.substr(sign.size()));
    return bound;
  }
  const std::string first = lower_case(part.substr(0, part.find_first_of(" \t\r\n")));
  for (const auto& [word, bound] : kWords) {
    if (word != first) continue;
    part = trim(part.substr(first.size()));
    return bound;
  }
  return Bound::is;
}

DateRange read_range(std::string_view query, std::string_view part, const std::string& text,
                     const Date& today) {
  DateTrouble trouble;
  auto range = parse_date_filter(text, today, trouble);
  if (!range) fail_at(query, part, trouble.message, trouble.suggestion);
  return *std::move(range);
}

// Narrows `out` by one condition.
void add_bound(std::string_view query, std::string_view part, const Date& today, DateRange& out) {
  std::string_view value = part;
  const Bound bound = cut_bound(value);
  if (value.empty())
    fail_at(query, part, "a date is missing", "Write 2016, 2016-03-01 or 20160301.");
  const DateRange range = read_range(query, value, std::string(value), today);
  const bool lower_end = bound == Bound::is || bound == Bound::from || bound == Bound::after;
  const bool upper_end = bound == Bound::is || bound == Bound::to || bound == Bound::before;
  if (bound != Bound::is && (range.from != range.to || !range.from))
    fail_at(query, value, "one date stands here, not a range");
  if ((lower_end && out.from) || (upper_end && out.to))
    fail_at(query, part, "this end of the time is given twice");
  if (lower_end) out.from = bound == Bound::after ? next_time(*range.from, 1) : range.from;
  if (upper_end) out.to = bound == Bound::before ? next_time(*range.to, -1) : range.to;
  out.undated |= range.undated;
}

}  // namespace

Node read_value(std::string_view query, Syntax syntax, Op op, const std::vector<Token>& tokens) {
  const auto* begin = tokens.front().text.data();
  const auto* end = tokens.back().text.data() + tokens.back().text.size();
  const std::string_view part(begin, static_cast<std::size_t>(end - begin));
  const bool quoted = tokens.size() == 1 && tokens[0].kind == Kind::quoted;
  std::string_view value = quoted ? trim(tokens[0].inner) : part;
  for (const auto& token : tokens)
    if (token.kind == Kind::quoted && !quoted)
      fail_at(query, token.text, "a value is either quoted or not", "Write or between two values.");
  const auto sign = value.find_first_of(syntax == Syntax::factiva ? "*?$" : "*?!");
  if (!quoted && sign != std::string_view::npos)
    fail_at(query, value.substr(sign, 1), "a value takes no truncation",
            "For a value that holds that sign, use quotation marks.");
  if (value.empty()) fail_at(query, part, "the quotation marks hold no value");
  Node node = make_leaf(query, op, part);
  node.text = op == Op::lang ? language_code(value) : std::string(value);
  if (op == Op::author && analyse(node.text, Folding::both).empty())
    fail_at(query, part, "an author needs a word");
  return node;
}

Node read_length(std::string_view query, std::string_view part) {
  static constexpr std::pair<std::string_view, Compare> kSigns[] = {
      {">=", Compare::at_least}, {"<=", Compare::at_most}, {">", Compare::more},
      {"<", Compare::less},      {"=", Compare::equal},    {"", Compare::equal}};
  Node node = make_leaf(query, Op::words, part);
  for (const auto& [sign, compare] : kSigns) {
    if (!part.starts_with(sign)) continue;
    const auto n = read_number(trim(part.substr(sign.size())), kMaxWords);
    if (!n)
      fail_at(query, part, "the length is compared with a number", "Write >500, <500 or =500.");
    node.compare = compare;
    node.n = *n;
    break;
  }
  return node;
}

Node read_dates(std::string_view query, const std::vector<std::string_view>& parts,
                const Date& today) {
  DateRange range;
  for (const auto part : parts) add_bound(query, part, today, range);
  const auto* begin = parts.front().data();
  const auto* end = parts.back().data() + parts.back().size();
  const std::string_view whole(begin, static_cast<std::size_t>(end - begin));
  Node node = make_leaf(query, Op::date, whole);
  // Read once more as a whole: the ends may be out of order, or beyond the years we know.
  node.dates = read_range(query, whole, format_date_filter(range), today);
  return node;
}

}  // namespace news::foreign
