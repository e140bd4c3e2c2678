// SPDX-License-Identifier: GPL-2.0-or-later
#include "sexpr.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace oracle {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Sexpr whole() {
    Sexpr out = item();
    skipBlanks();
    if (at_ != text_.size()) fail("end of line expected");
    if (!out.list) fail("a list expected");
    return out;
  }

 private:
  [[noreturn]] void fail(const char* what) const {
    throw std::invalid_argument(fmt::format("column {}: {}", at_ + 1, what));
  }

  void skipBlanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  char peek() const {
    if (at_ == text_.size()) fail("more expected");
    return text_[at_];
  }

  Sexpr item() {
    skipBlanks();
    if (peek() == '(') return list();
    Sexpr out;
    out.text = peek() == '"' ? string() : atom();
    return out;
  }

  Sexpr list() {
    ++at_;
    Sexpr out;
    out.list = true;
    skipBlanks();
    out.text = atom();
    for (skipBlanks(); peek() != ')'; skipBlanks()) out.kids.push_back(item());
    ++at_;
    return out;
  }

  std::string atom() {
    const size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" ()\"").find(text_[at_]) == text_.npos) ++at_;
    if (at_ == begin) fail("a name or number expected");
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string string() {
    std::string out;
    for (++at_; peek() != '"'; ++at_) {
      if (peek() == '\\') ++at_;
      out.push_back(peek());
    }
    ++at_;
    return out;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

Sexpr parseSexpr(std::string_view text) {
  return Parser(text).whole();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + '"';
}

}  // namespace oracle
