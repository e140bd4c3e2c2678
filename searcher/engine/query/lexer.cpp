// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/lexer.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "common/text/utf8.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"

namespace news {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hebrew_letter(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK) == U_WB_HEBREW_LETTER;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Token> run() {
    while (skip_blanks()) scan();
    check_prefix_filled();
    add({TokenKind::end, query_.substr(query_.size()), {}, {}, false, nullptr});
    return std::move(tokens_);
  }

 private:
  Utf8Char peek(std::size_t at) const { return decode_utf8(query_, at); }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return query_.substr(begin, end - begin);
  }
  [[noreturn]] void fail(std::string_view part, const std::string& message,
                         const std::string& suggestion = {}) const {
    fail_at(query_, part, message, suggestion);
  }
  bool after_prefix() const { return !tokens_.empty() && tokens_.back().kind == TokenKind::prefix; }

  bool skip_blanks() {
    glued_ = true;
    while (at_ < query_.size() && is_blank_char(peek(at_).code)) {
      check_prefix_filled();
      at_ += peek(at_).length;
      glued_ = false;
    }
    return at_ < query_.size();
  }

  void check_prefix_filled() const {
    if (!after_prefix()) return;
    const Token& prefix = tokens_.back();
    fail(prefix.text, "'" + std::string(prefix.text) + "' is empty",
         "Write the value right after the colon, without a blank.");
  }

  void add(const Token& token) {
    check_missing_blank(token);
    tokens_.push_back(token);
  }

  // Two operands that touch are a slip (`foo(bar)`, `"a b"~3`), never an AND.
  void check_missing_blank(const Token& token) const {
    if (!glued_ || tokens_.empty()) return;
    const auto ends = [](TokenKind k) {
      return k == TokenKind::word || k == TokenKind::quoted || k == TokenKind::value ||
             k == TokenKind::close;
    };
    const auto starts = [](TokenKind k) {
      return k == TokenKind::word || k == TokenKind::quoted || k == TokenKind::open ||
             k == TokenKind::minus || k == TokenKind::prefix;
    };
    if (!ends(tokens_.back().kind) || !starts(token.kind)) return;
    const auto first = peek(offset_in(query_, token.text));
    fail(token.text.substr(0, first.length),
         "a blank is missing before '" + std::string(token.text.substr(0, first.length)) + "'");
  }

  void scan() {
    const char32_t c = peek(at_).code;
    const bool filter = after_prefix() && tokens_.back().field->takes >= Takes::value;
    if (is_quote_char(c)) return scan_quoted(filter);
    if (c == '(' || c == ')') {
      if (c == ')') check_prefix_filled();
      add({c == '(' ? TokenKind::open : TokenKind::close,
           query_.substr(at_, 1),
           {},
           {},
           false,
           nullptr});
      ++at_;
      return;
    }
    if (filter) {
      const std::size_t begin = at_;
      skip_bare(false);
      return add({TokenKind::value, slice(begin, at_), {}, {}, false, nullptr});
    }
    if (c == '-' && scan_minus()) return;
    if (scan_prefix()) return;
    scan_bare();
  }

  bool scan_minus() {
    if (at_ + 1 >= query_.size()) return false;
    const char32_t next = peek(at_ + 1).code;
    if (is_blank_char(next) || next == ')') return false;
    if (next == '-')
      fail(query_.substr(at_, 2), "'--' is not an operator", "Write -word or NOT word.");
    if (after_prefix())
      fail(query_.substr(at_, 1), "'-' stands in front of a field, not after it",
           "Write -" + std::string(tokens_.back().text) + "…");
    add({TokenKind::minus, query_.substr(at_, 1), {}, {}, false, nullptr});
    ++at_;
    return true;
  }

  bool scan_prefix() {
    std::size_t end = at_;
    while (end < query_.size() && is_letter(query_[end])) ++end;
    const std::string_view name = slice(at_, end);
    Token token{TokenKind::prefix, {}, {}, {}, false, find_field(name)};
    if (name.empty() || end == query_.size()) return false;
    if (query_[end] == '/' && token.field) {
      const std::size_t digits = ++end;
      while (end < query_.size() && (is_digit(query_[end]) || is_letter(query_[end]))) ++end;
      token.digits = slice(digits, end);
      token.slash = true;
    }
    if (end == query_.size() || query_[end] != ':') return false;
    if (!token.field && query_.substr(end, 3) == "://") return false;
    if (!token.field) fail_unknown(name);
    token.text = slice(at_, end + 1);
    add(token);
    at_ = end + 1;
    return true;
  }

  [[noreturn]] void fail_unknown(std::string_view name) const {
    const std::string_view nearest = nearest_field(name);
    std::string help = "To search the text itself, put it in quotation marks.";
    if (!nearest.empty()) help = "Did you mean '" + std::string(nearest) + ":'? " + help;
    fail(name, "unknown field '" + std::string(name) + "'", help);
  }

  // UAX #29 (WB7b) keeps a straight quotation mark between two Hebrew letters inside the word.
  bool is_gershayim(std::size_t at, std::size_t begin) const {
    if (query_[at] != '"' || at + 1 >= query_.size() || !is_hebrew_letter(peek(at + 1).code))
      return false;
    while (at > begin) {
      do --at;
      while (at > begin && (static_cast<unsigned char>(query_[at]) & 0xC0) == 0x80);
      const char32_t c = peek(at).code;
      if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) return is_hebrew_letter(c);
    }
    return false;
  }

  void skip_bare(bool literals) {
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const Utf8Char c = peek(at_);
      if (c.code == '`' && literals) {
        skip_literal();
        continue;
      }
      if (is_blank_char(c.code) || c.code == '(' || c.code == ')') break;
      if (is_quote_char(c.code) && !is_gershayim(at_, begin)) break;
      at_ += c.length;
    }
  }

  void skip_literal() {
    const std::size_t close = query_.find('`', at_ + 1);
    if (close == std::string_view::npos)
      fail(query_.substr(at_, 1), "this backtick is never closed",
           "For an apostrophe write a straight one: '.");
    if (close == at_ + 1) fail(query_.substr(at_, 2), "there is nothing between the backticks");
    at_ = close + 1;
  }

  void scan_quoted(bool filter) {
    const std::size_t open = at_;
    at_ += peek(at_).length;
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const Utf8Char c = peek(at_);
      if (is_quote_char(c.code) && !is_gershayim(at_, begin)) {
        const std::size_t end = at_;
        at_ += c.length;
        return add({TokenKind::quoted, slice(open, at_), slice(begin, end), {}, false, nullptr});
      }
      if (c.code == '`' && !filter) {
        skip_literal();
        continue;
      }
      at_ += c.length;
      // A filter's value may hold any character, so its quotation marks can be escaped.
      if (c.code == '\\' && filter && at_ < query_.size()) at_ += peek(at_).length;
    }
    fail(slice(open, begin), "this quotation mark is never closed",
         "Add a closing quotation mark, or leave this one out.");
  }

  void scan_bare() {
    const bool plain = after_prefix();  // `case:AND` is a word: no operator can stand there
    const std::size_t begin = at_;
    skip_bare(true);
    Token token{TokenKind::word, slice(begin, at_), {}, {}, false, nullptr};
    if (!plain) classify(token);
    add(token);
  }

  static void classify(Token& token) {
    struct Operator {
      std::string_view name;
      TokenKind kind;
      bool number;
    };
    static constexpr Operator kOperators[] = {{"AND", TokenKind::and_, false},
                                              {"OR", TokenKind::or_, false},
                                              {"NOT", TokenKind::not_, false},
                                              {"NEAR", TokenKind::near, true},
                                              {"ADJ", TokenKind::adj, true},
                                              {"SENTENCE", TokenKind::sentence, false},
                                              {"PARAGRAPH", TokenKind::paragraph, false},
                                              {"ATLEAST", TokenKind::atleast, true}};
    for (const auto& op : kOperators) {
      if (!token.text.starts_with(op.name)) continue;
      const std::string_view rest = token.text.substr(op.name.size());
      if (!rest.empty() && !(op.number && rest[0] == '/')) continue;
      token.kind = op.kind;
      token.slash = !rest.empty();
      if (token.slash) token.digits = rest.substr(1);
      return;
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  bool glued_ = true;  ///< no blank between the last token and this one
  std::vector<Token> tokens_;
};

}  // namespace

bool is_blank_char(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_quote_char(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F);
}

std::vector<Token> tokenize(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace news
