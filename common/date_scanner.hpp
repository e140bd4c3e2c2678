// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

// Private to the date reader: characters, words and the position in the text.
namespace news::date_reading {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
inline bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

/// Reads a date string token by token; every try_… leaves the position alone when it fails.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_[0]; }

  bool skip(char c) {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool skip_blanks() {
    const auto before = rest_.size();
    while (!rest_.empty() && is_blank(rest_[0])) rest_.remove_prefix(1);
    return rest_.size() != before;
  }
  std::string_view digits() {
    return take([](char c) { return is_digit(c); });
  }
  std::string_view letters() {
    return take([](char c) { return is_letter(c); });
  }
  void drop_all() { rest_ = {}; }

 private:
  template <typename Test>
  std::string_view take(Test test) {
    std::size_t n = 0;
    while (n < rest_.size() && test(rest_[n])) ++n;
    const auto taken = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return taken;
  }
  std::string_view rest_;
};

/// Callers pass at most 14 digits, so this cannot overflow.
inline std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

inline bool is_abbreviation(std::string_view word, std::string_view full) {
  return word.size() >= 3 && word.size() <= full.size() &&
         std::equal(word.begin(), word.end(), full.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

inline bool equals(std::string_view word, std::string_view lower_case) {
  return word.size() == lower_case.size() &&
         std::equal(word.begin(), word.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

}  // namespace news::date_reading
