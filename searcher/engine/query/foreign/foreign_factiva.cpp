// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "searcher/engine/query/foreign/foreign_grammar.hpp"
#include "searcher/engine/query/foreign/foreign_words.hpp"

namespace news::foreign {
namespace {

/// Proximity binds most tightly, then atleast and the fields, then not, and, or.
class Factiva : public Grammar {
 public:
  Factiva(std::string_view query, const ParseOptions& options)
      : Grammar(query, Syntax::factiva, options) {}

 private:
  Tree whole() override {
    std::vector<Tree> parts;
    parts.push_back(conjunction());
    while (take_if(Kind::or_)) parts.push_back(conjunction());
    return combine(Op::or_, std::move(parts));
  }

  Tree conjunction() {
    std::vector<Tree> parts;
    parts.push_back(negation());
    while (peek().kind == Kind::and_ || peek().kind == Kind::not_) {
      take_if(Kind::and_);
      parts.push_back(negation());
    }
    return combine(Op::and_, std::move(parts));
  }

  Tree negation() {
    const Token& token = peek();
    if (!take_if(Kind::not_)) return qualified();
    if (peek().kind == Kind::not_) fail_operand();  // a chain must not recurse
    return wrap(Op::not_, token, qualified());
  }

  // `atleast5 a near5 b` counts the pairs; a bracket after atleast or a field ends its operand.
  Tree qualified() {
    const Token& token = peek();
    if (token.kind == Kind::date) return date();
    if (token.kind == Kind::atleast) {
      ++at_;
      return atleast(token, inner());
    }
    if (token.kind != Kind::field) return proximity();
    ++at_;
    if (token.text.ends_with('=') && (!peek().glued || peek().kind == Kind::end))
      fail(token, "'" + std::string(token.text) + "' is empty",
           "Write the value right after it, without a blank.");
    if (token.op == Op::words) return length(token);
    if (is_filter(token.op)) return filter(token);
    return scope(token, inner());
  }

  Tree inner() {
    // Checked before descending: a chain of prefixes must not recurse.
    if (!at_words()) fail_operand();
    return peek().kind == Kind::open ? brackets() : proximity();
  }

  Tree length(const Token& field) {
    const Token& first = peek();
    if (first.kind != Kind::word) fail_operand();
    ++at_;
    const bool sign = first.text.find_first_not_of("<>=") == std::string_view::npos;
    if (sign && peek().kind == Kind::word) ++at_;
    return leaf(field, read_length(query_, between(first, tokens_[at_ - 1])));
  }

  // `date from 20160301 to 20160630`, `date after 2016-03-01`, `date 2016`.
  Tree date() {
    const Token& start = tokens_[at_++];
    const std::string word = lower_case(peek().text);
    const std::string help =
        "Write date from 20160301 to 20160630, date after 20160301, date before 20160301 or date "
        "2016. To search the word itself, put it in quotation marks.";
    const bool range = word == "from", open = word == "after" || word == "before";
    const std::size_t words = range ? 4 : open ? 2 : 1, first = at_;
    for (; at_ < first + words; ++at_)
      if (peek().kind != Kind::word) fail(start, "no date stands after 'date'", help);
    if (range && lower_case(tokens_[first + 2].text) != "to")
      fail(start, "no date stands after 'date'", help);
    std::vector<std::string_view> parts;
    for (std::size_t i = first; i < at_; i += 2)
      parts.push_back(between(tokens_[i], tokens_[std::min(i + 1, at_ - 1)]));
    if (words == 1 && (word.empty() || word[0] < '0' || word[0] > '9'))
      fail(start, "no date stands after 'date'", help);
    return leaf(start, read_dates(query_, parts, options_.today));
  }

  unsigned looseness(const Token&) const override { return 0; }

  std::size_t positional_here(Token& token) const override {
    token = peek();
    return token.kind == Kind::positional ? 1 : 0;
  }

  // Adjacent words are a phrase; beside a bracket too, for adj1 is what a blank stands for.
  Tree proximity_operand() override {
    std::vector<Tree> parts;
    while (at_words()) {
      parts.push_back(peek().kind == Kind::open ? brackets() : words());
      if (parts.size() < 2) continue;
      Token next_to;
      next_to.op = Op::adj;
      next_to.n = 1;
      reduce(next_to, parts);
    }
    if (parts.empty()) fail_operand();
    return std::move(parts[0]);
  }
};

}  // namespace

Node parse_factiva(std::string_view query, const ParseOptions& options) {
  return Factiva(query, options).run();
}

}  // namespace news::foreign
