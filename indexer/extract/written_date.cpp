// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/written_date.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/date.hpp"
#include "common/text/fold.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxBytes = 200;
constexpr std::array kLanguages = {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi",
                                   "pl", "cs", "sk", "ru", "uk", "bg", "tr", "el", "hu", "ro", "hr",
                                   "sl", "sr", "ca", "id", "et", "lv", "lt", "is", "vi", "ar"};

using Months = std::unordered_map<std::string, int>;

std::string folded(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

void add_months(Months& months, const icu::UnicodeString* names, std::int32_t count) {
  for (int i = 0; i < count && i < 12; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    name = folded(name);
    while (name.ends_with('.')) name.pop_back();
    if (name.size() > 2 && name.find_first_of("0123456789") == name.npos)
      months.emplace(name, i + 1);
  }
}

void add_days(Months& months, const icu::UnicodeString* names, std::int32_t count) {
  for (int i = 0; i < count; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    if (name.size() > 3) months.emplace(folded(name), 0);
  }
}

/// Folded names, whole and shortened, as CLDR has them; those of days have the number 0.
const Months& month_names() {
  static const Months kMonths = [] {
    Months months;
    for (const char* language : kLanguages) {
      UErrorCode error = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(language), error);
      if (U_FAILURE(error)) continue;
      for (const auto use : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width :
             {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
          std::int32_t count = 0;
          const auto* names = symbols.getMonths(count, use, width);
          add_months(months, names, count);
          names = symbols.getWeekdays(count, use, width);
          add_days(months, names, count);
        }
      }
    }
    months.emplace("sept", 9);
    return months;
  }();
  return kMonths;
}

/// A number, or the month that a word names.
struct Token {
  int value = -1;  ///< -1: some other word
  int digits = 0;  ///< 0 for words
  bool month = false;
  char before = ' ';  ///< the last sign before it: ' ', '.', '-', '/', ','
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word_char(char c) {
  return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Token word_token(std::string_view word) {
  Token token;
  if (const auto found = month_names().find(folded(word));
      found != month_names().end() && found->second > 0) {
    token.value = found->second;
    token.month = true;
  }
  return token;
}

/// Words that only link the parts of a date are left out.
bool is_link(std::string_view word) {
  for (const std::string_view link :
       {"de", "del", "of", "st", "nd", "rd", "th", "er", "a", "\xE5\xB9\xB4", "\xE6\x9C\x88",
        "\xE6\x97\xA5", "\xEB\x85\x84", "\xEC\x9B\x94", "\xEC\x9D\xBC"})
    if (word == link) return true;
  return false;
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  char before = ' ';
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = at;
    if (is_digit(line[at])) {
      Token token{0, 0, false, before};
      for (; at < line.size() && is_digit(line[at]); ++at, ++token.digits)
        if (token.digits < 8) token.value = token.value * 10 + (line[at] - '0');
      tokens.push_back(token);
      before = ' ';
    } else if (is_word_char(line[at])) {
      while (at < line.size() && is_word_char(line[at])) ++at;
      const auto word = line.substr(begin, at - begin);
      if (is_link(word)) continue;
      tokens.push_back(word_token(word));
      tokens.back().before = before;
      before = ' ';
    } else {
      if (line[at] != ' ') before = line[at];
      ++at;
    }
  }
  return tokens;
}

std::string day_of(int year, int month, int day) {
  if (year < 1600 || year > 2999) return {};
  std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return parse_date(date).precision == Precision::day ? date : std::string();
}

std::string day_of(const Token& a, const Token& b, const Token& c) {
  const auto small = [](const Token& t) { return !t.month && t.digits > 0 && t.digits < 3; };
  const auto year = [](const Token& t) { return t.digits == 4; };
  if (small(a) && b.month && year(c)) return day_of(c.value, b.value, a.value);
  if (a.month && small(b) && year(c)) return day_of(c.value, a.value, b.value);
  if (year(a) && b.month && small(c)) return day_of(a.value, b.value, c.value);
  if (b.before != c.before) return {};
  if (year(a) && small(b) && small(c)) return day_of(a.value, b.value, c.value);
  if (!small(a) || !small(b) || !year(c)) return {};
  if (b.before == '.' || a.value > 12) return day_of(c.value, b.value, a.value);
  if (b.value > 12) return day_of(c.value, a.value, b.value);
  return {};
}

}  // namespace

bool is_calendar_name(std::string_view word) {
  return month_names().contains(folded(word));
}

std::string find_written_date(std::string_view line) {
  const auto tokens = tokens_of(line.substr(0, kMaxBytes));
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (auto date = day_of(tokens[i], tokens[i + 1], tokens[i + 2]); !date.empty()) return date;
  return {};
}

}  // namespace news
