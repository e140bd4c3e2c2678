// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "searcher/engine/query/foreign/foreign_grammar.hpp"
#include "searcher/engine/query/foreign/foreign_words.hpp"
#include "searcher/engine/query/limits.hpp"

namespace news::foreign {
namespace {

/// Or binds most tightly, then proximity, the nearer first, then and, then and not.
class Nexis : public Grammar {
 public:
  Nexis(std::string_view query, const ParseOptions& options)
      : Grammar(query, Syntax::nexis, options) {}

 private:
  Tree whole() override {
    std::vector<Tree> parts;
    parts.push_back(conjunction());
    while (peek().kind == Kind::and_ && peek(1).kind == Kind::not_) {
      const Token& token = peek(1);
      at_ += 2;
      parts.push_back(wrap(Op::not_, token, conjunction()));
    }
    return combine(Op::and_, std::move(parts));
  }

  Tree conjunction() {
    std::vector<Tree> parts;
    parts.push_back(proximity());
    while (peek().kind == Kind::and_ && peek(1).kind != Kind::not_) {
      ++at_;
      parts.push_back(proximity());
    }
    return combine(Op::and_, std::move(parts));
  }

  Tree disjunction() {
    std::vector<Tree> parts;
    parts.push_back(operand());
    while (take_if(Kind::or_)) parts.push_back(operand());
    return combine(Op::or_, std::move(parts));
  }

  Tree operand() {
    const Token& token = peek();
    if (token.kind == Kind::date) return date();
    if (token.kind != Kind::field && token.kind != Kind::atleast) return row();
    ++at_;
    if (peek().kind != Kind::open)
      fail(token, "'" + std::string(token.text) + "' takes brackets",
           "Write " + std::string(token.text) + "(word).");
    if (token.kind == Kind::atleast) return atleast(token, brackets());
    if (is_scope(token.op)) return scope(token, brackets());
    if (token.op == Op::case_word) return {read_caps(query_, token, plain_words()), 1};
    if (token.op == Op::words) {
      const auto words = plain_words();
      return leaf(token, read_length(query_, between(words.front(), words.back())));
    }
    return token.op == Op::date ? date_segment(token) : filter(token);
  }

  // `date aft 2016-03-01 and bef 2016-06-01`.
  Tree date() {
    const Token& start = tokens_[at_++];
    std::vector<std::string_view> parts;
    do {
      const std::size_t first = at_++;
      const std::string_view sign = tokens_[first].text;
      const bool whole =
          sign.find_first_of("<>=") == 0 && sign.find_first_not_of("<>=") != std::string_view::npos;
      if (!whole && peek().kind == Kind::word) ++at_;
      parts.push_back(between(tokens_[first], tokens_[at_ - 1]));
    } while (peek().kind == Kind::and_ && is_date_sign(peek(1).text) && ++at_ > 0);
    return leaf(start, read_dates(query_, parts, options_.today));
  }

  static bool is_date_sign(std::string_view text) {
    const std::string word = lower_case(text);
    return word == "aft" || word == "after" || word == "bef" || word == "before" ||
           word.find_first_of("<>") == 0;
  }

  // `DATE(> 2016-01-01 and < 2016-06-30)`.
  Tree date_segment(const Token& start) {
    const Token& open = tokens_[at_++];
    std::vector<std::string_view> parts;
    do {
      const std::size_t first = at_;
      while (peek().kind == Kind::word) ++at_;
      if (at_ == first) fail_value(open);
      parts.push_back(between(tokens_[first], tokens_[at_ - 1]));
    } while (take_if(Kind::and_));
    close(open);
    return leaf(start, read_dates(query_, parts, options_.today));
  }

  Tree row() {
    if (!at_words()) fail_operand();
    Tree tree = peek().kind == Kind::open ? brackets() : words();
    if (at_words()) fail_missing_operator();
    return tree;
  }

  Tree proximity_operand() override { return disjunction(); }

  unsigned looseness(const Token& token) const override {
    if (token.op == Op::sentence) return kMaxDistance + 1;
    return token.op == Op::paragraph ? kMaxDistance + 2 : token.n;
  }

  std::size_t positional_here(Token& token) const override {
    token = peek();
    if (token.kind == Kind::positional) return 1;
    if (token.kind != Kind::not_ || peek(1).kind != Kind::positional) return 0;
    token = peek(1);
    if (token.op != Op::near)
      fail(token, "not goes together with w/5 only", "Write not w/5, or a and not (a w/s b).");
    token.op = Op::not_near;
    return 2;
  }
};

}  // namespace

Node parse_nexis(std::string_view query, const ParseOptions& options) {
  return Nexis(query, options).run();
}

}  // namespace news::foreign
