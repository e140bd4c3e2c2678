// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/foreign/foreign_lexer.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "searcher/engine/query/foreign/foreign_operators.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"

namespace news::foreign {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hebrew_letter(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK) == U_WB_HEBREW_LETTER;
}

class Lexer {
 public:
  Lexer(std::string_view query, Syntax syntax) : query_(query), syntax_(syntax) {}

  std::vector<Token> run() {
    while (skip_blanks()) scan();
    add(Kind::end, query_.size(), query_.size());
    return std::move(tokens_);
  }

 private:
  Utf8Char peek(std::size_t at) const { return decode_utf8(query_, at); }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return query_.substr(begin, end - begin);
  }
  std::size_t past_blanks(std::size_t at) const {
    while (at < query_.size() && is_blank_char(peek(at).code)) at += peek(at).length;
    return at;
  }

  bool skip_blanks() {
    const std::size_t begin = at_;
    at_ = past_blanks(at_);
    glued_ = at_ == begin && at_ > 0;
    return at_ < query_.size();
  }

  Token& add(Kind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.text = slice(begin, end);
    token.glued = glued_;
    check_missing_blank(token);
    tokens_.push_back(token);
    return tokens_.back();
  }

  // Two operands that touch are a slip (`foo(bar)`), never a phrase.
  void check_missing_blank(const Token& token) const {
    if (!glued_ || tokens_.empty()) return;
    const Kind before = tokens_.back().kind;
    const bool ends = before == Kind::word || before == Kind::quoted || before == Kind::close;
    const bool closes = token.kind == Kind::close || token.kind == Kind::end;
    if (!ends || closes || token.text.empty()) return;
    const auto at = offset_in(query_, token.text);
    const std::string_view first = query_.substr(at, peek(at).length);
    fail_at(query_, first, "a blank is missing before '" + std::string(first) + "'");
  }

  // Factiva groups with square brackets too.
  bool is_bracket(char32_t c) const {
    return c == '(' || c == ')' || (syntax_ == Syntax::factiva && (c == '[' || c == ']'));
  }

  void scan() {
    const char32_t c = peek(at_).code;
    if (is_quote_char(c)) return scan_quoted();
    if (is_bracket(c)) {
      add(c == '(' || c == '[' ? Kind::open : Kind::close, at_, at_ + 1);
      ++at_;
      return;
    }
    if (!scan_name()) scan_bare();
  }

  // `hl=`, `wc>500`, `HEADLINE(`.
  bool scan_name() {
    std::size_t end = at_;
    while (end < query_.size() && is_letter(query_[end])) ++end;
    if (end == at_) return false;
    const std::string_view name = slice(at_, end);
    const auto op = find_name(name, syntax_);
    if (syntax_ == Syntax::nexis) return end < query_.size() && scan_segment(name, op, end);
    const std::size_t next = op == Op::words ? past_blanks(end) : end;
    const char sign = next < query_.size() ? query_[next] : ' ';
    const bool compares = op == Op::words && (sign == '<' || sign == '>');
    if (!compares && sign != '=') return false;
    if (!op) fail_unknown_name(query_, name, syntax_);
    if (!compares) end = next + 1;
    add(Kind::field, at_, end).op = *op;
    at_ = end;
    return true;
  }

  bool scan_segment(std::string_view name, const std::optional<Op>& op, std::size_t end) {
    if (query_[end] == '(') {
      Token operation;
      operation.text = name;
      operation.kind = Kind::word;
      if (!op) classify(query_, syntax_, operation);
      if (operation.kind != Kind::word) return false;  // `and(`
      if (!op) fail_unknown_name(query_, name, syntax_);
      add(Kind::field, at_, end).op = *op;
      at_ = end;
      return true;
    }
    if (op != Op::date || !is_blank_char(peek(end).code)) return false;
    // `date aft 2016`; in front of anything else it is a word.
    const std::size_t begin = past_blanks(end);
    const std::size_t stop = std::min(query_.find_first_of(" \t\r\n()\"", begin), query_.size());
    const std::string next = lower_case(slice(begin, stop));
    const bool compares = next == "is" || next == "aft" || next == "after" || next == "bef" ||
                          next == "before" || next.find_first_of("<>=") == 0;
    if (!compares) return false;
    add(Kind::date, at_, end);
    at_ = end;
    return true;
  }

  // UAX #29 keeps a straight quotation mark between two Hebrew letters inside the word.
  bool is_gershayim(std::size_t at, char32_t before) const {
    return query_[at] == '"' && at + 1 < query_.size() && is_hebrew_letter(before) &&
           is_hebrew_letter(peek(at + 1).code);
  }

  void scan_quoted() {
    const std::size_t open = at_;
    at_ += peek(at_).length;
    const std::size_t begin = at_;
    char32_t before = 0;
    for (; at_ < query_.size(); at_ += peek(at_).length) {
      const Utf8Char c = peek(at_);
      if (is_quote_char(c.code) && !is_gershayim(at_, before)) {
        add(Kind::quoted, open, at_ + c.length).inner = slice(begin, at_);
        at_ += c.length;
        return;
      }
      if (u_charType(static_cast<UChar32>(c.code)) != U_NON_SPACING_MARK) before = c.code;
    }
    fail_at(query_, slice(open, begin), "this quotation mark is never closed",
            "Add a closing quotation mark, or leave this one out.");
  }

  void scan_bare() {
    const std::size_t begin = at_;
    char32_t before = 0;
    for (; at_ < query_.size(); at_ += peek(at_).length) {
      const char32_t c = peek(at_).code;
      if (is_blank_char(c) || is_bracket(c)) break;
      if (is_quote_char(c) && !is_gershayim(at_, before)) break;
      if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) before = c;
    }
    Token& token = add(Kind::word, begin, at_);
    const bool value = tokens_.size() > 1 && tokens_[tokens_.size() - 2].kind == Kind::field;
    // `hl=same` is a word: no operator can stand there.
    if (!value) classify(query_, syntax_, token);
  }

  std::string_view query_;
  Syntax syntax_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view query, Syntax syntax) {
  return Lexer(query, syntax).run();
}

}  // namespace news::foreign
