// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/engine/query/checks.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/operands.hpp"
#include "searcher/engine/query/phrase.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/query/tree.hpp"

namespace news {
namespace {

bool is_infix(TokenKind kind) {
  return kind == TokenKind::and_ || kind == TokenKind::or_ ||
         (kind >= TokenKind::near && kind <= TokenKind::paragraph);
}
bool is_positional_token(TokenKind kind) {
  return kind >= TokenKind::near && kind <= TokenKind::paragraph;
}
bool is_not(TokenKind kind) {
  return kind == TokenKind::not_ || kind == TokenKind::minus;
}

class Parser {
 public:
  Parser(std::string_view query, const ParseOptions& options)
      : query_(query), options_(options), tokens_(tokenize(query)) {}

  Node run() {
    Tree tree = parse_or();
    if (peek().kind == TokenKind::close)
      fail(peek(), "there is no opening bracket for this one", "Remove it, or add '(' before.");
    return std::move(tree.node);
  }

 private:
  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  const Token& take() { return tokens_[at_++]; }

  [[noreturn]] void fail(const Token& token, const std::string& message,
                         const std::string& suggestion = {}) const {
    fail_at(query_, token.text, message, suggestion);
  }

  // A node over `parts`, reaching back to `at` if that is before them.
  Tree combine(Op op, std::vector<Tree> parts, const Token& at, std::uint32_t n = 0) const {
    Tree out = join(op, std::move(parts), n);
    reach_back(out.node, std::min(out.node.offset, offset_in(query_, at.text)));
    if (out.height > kMaxDepth)
      fail(at, "operators are nested more than 200 deep", "Split the query.");
    return out;
  }

  Tree parse_or() {
    const Token& start = peek();
    std::vector<Tree> parts;
    parts.push_back(parse_and());
    while (peek().kind == TokenKind::or_) {
      take();
      parts.push_back(parse_and());
    }
    if (parts.size() == 1) return std::move(parts[0]);
    return combine(Op::or_, std::move(parts), start);
  }

  Tree parse_and() {
    const Token& start = peek();
    std::vector<Tree> parts;
    parts.push_back(parse_positional());
    for (;;) {
      const TokenKind kind = peek().kind;
      if (kind == TokenKind::end || kind == TokenKind::close || kind == TokenKind::or_) break;
      if (kind == TokenKind::and_) take();
      parts.push_back(parse_positional());
    }
    if (parts.size() == 1) return std::move(parts[0]);
    return combine(Op::and_, std::move(parts), start);
  }

  Tree parse_positional() {
    const Token& start = peek();
    Tree left = parse_unary();
    for (;;) {
      const bool negated = peek().kind == TokenKind::not_ && is_positional_token(peek(1).kind);
      if (!negated && !is_positional_token(peek().kind)) return left;
      if (negated) take();
      const Token& token = take();
      if (negated && token.kind != TokenKind::near)
        fail(token, "NOT goes together with NEAR only",
             "Write a NOT NEAR/5 b, or a NOT (a " + std::string(token.text) + " b).");
      Node shape = positional(token, negated);
      std::vector<Tree> parts;
      check_span(query_, left.node, operator_name(shape));
      parts.push_back(std::move(left));
      parts.push_back(parse_unary());
      check_span(query_, parts[1].node, operator_name(shape));
      left = combine(shape.op, std::move(parts), start, shape.n);
    }
  }

  Node positional(const Token& token, bool negated) const {
    Node shape;
    switch (token.kind) {
      case TokenKind::near:
        shape.op = negated ? Op::not_near : Op::near;
        break;
      case TokenKind::adj:
        shape.op = Op::adj;
        break;
      case TokenKind::sentence:
        shape.op = Op::sentence;
        break;
      default:
        shape.op = Op::paragraph;
        return shape;
    }
    if (token.kind == TokenKind::near)
      shape.n = read_count(query_, token, kDefaultNear, kMaxDistance);
    if (token.kind == TokenKind::adj)
      shape.n = read_count(query_, token, kDefaultAdj, kMaxDistance);
    return shape;
  }

  Tree parse_unary() {
    const std::size_t first = at_;
    while (is_not(peek().kind)) take();
    const std::size_t nots = at_ - first;
    Tree tree = peek().kind == TokenKind::atleast ? parse_atleast() : parse_primary();
    for (std::size_t i = nots; i > 0; --i) {
      std::vector<Tree> parts;
      parts.push_back(std::move(tree));
      tree = combine(Op::not_, std::move(parts), tokens_[first + i - 1]);
    }
    return tree;
  }

  Tree parse_atleast() {
    const Token& token = take();
    const std::uint32_t n = read_count(query_, token, 0, kMaxDistance);
    const std::string name = "ATLEAST/" + std::to_string(n);
    // Checked before descending: a chain of prefix operators must not recurse.
    if (is_not(peek().kind) || peek().kind == TokenKind::atleast)
      fail(peek(), "'" + std::string(peek().text) + "' cannot stand inside " + name);
    std::vector<Tree> parts;
    parts.push_back(parse_primary());
    check_span(query_, parts[0].node, name);
    return combine(Op::atleast, std::move(parts), token, n);
  }

  Tree parse_primary() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::word:
        return {read_word(query_, take()), 1};
      case TokenKind::quoted:
        return quoted();
      case TokenKind::open:
        return parse_brackets();
      case TokenKind::prefix:
        return parse_field();
      default:
        fail_operand();
    }
  }

  Tree quoted() {
    Node node = parse_phrase(query_, take());
    const unsigned height = node.op == Op::or_ ? 2 : 1;
    return {std::move(node), height};
  }

  Tree parse_brackets() {
    const Token& open = take();
    if (++depth_ > kMaxDepth)
      fail(open, "brackets are nested more than 200 deep", "Remove needless brackets.");
    if (peek().kind == TokenKind::close) fail(open, "the brackets are empty");
    Tree tree = parse_or();
    if (peek().kind != TokenKind::close)
      fail(open, "this bracket is never closed", "Add ')' where the group ends.");
    take();
    --depth_;
    return tree;
  }

  Tree parse_field() {
    const Token& prefix = take();
    const QueryField& field = *prefix.field;
    if (prefix.slash && field.op != Op::first)
      fail(prefix,
           "'" + std::string(prefix.text) + "' is no field: " + std::string(field.name) +
               ": takes no number",
           "Write " + std::string(field.name) + ":word.");
    if (field.takes == Takes::query) return parse_scope(prefix);
    const Token& value = take();
    if (field.takes == Takes::word) return {read_unfolded(query_, prefix, value), 1};
    return {read_filter_value(query_, prefix, value, options_.today), 1};
  }

  Tree parse_scope(const Token& prefix) {
    const std::uint32_t n =
        prefix.field->op == Op::first ? read_count(query_, prefix, 0, kMaxFirst) : 0;
    const Token& next = peek();
    // As above: `title:title:title:…` must not recurse.
    if (next.kind == TokenKind::prefix && next.field->takes != Takes::word)
      fail(next,
           "'" + std::string(next.text) + "' cannot stand inside " + std::string(prefix.text));
    std::vector<Tree> parts;
    parts.push_back(parse_primary());
    check_scope(query_, parts[0].node, prefix.text);
    return combine(prefix.field->op, std::move(parts), prefix, n);
  }

  // An operand was expected: says which operator lacks it.
  [[noreturn]] void fail_operand() const {
    const Token& here = peek();
    const bool infix = is_infix(here.kind);
    const Token* before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
    const std::string name(here.text);
    if (infix && (!before || before->kind == TokenKind::open))
      fail(here, "'" + name + "' has nothing before it",
           "To search the word itself, write =" + name + ".");
    if (infix)
      fail(here, "'" + name + "' directly after '" + std::string(before->text) + "'",
           "Leave one of them out, or search the word itself as =" + name + ".");
    if (before && before->kind != TokenKind::open)
      fail(*before, "'" + std::string(before->text) + "' has nothing after it",
           "To search the word itself, write =" + std::string(before->text) + ".");
    fail(here, here.kind == TokenKind::close ? "there is no opening bracket for this one"
                                             : "this bracket is never closed");
  }

  std::string_view query_;
  const ParseOptions& options_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
};

}  // namespace

Node parse_query(std::string_view text, const ParseOptions& options) {
  if (options.any) return parse_any(text);
  check_text(text);
  return Parser(text, options).run();
}

}  // namespace news
