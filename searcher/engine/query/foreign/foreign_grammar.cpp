// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/foreign/foreign_grammar.hpp"

#include <algorithm>
#include <utility>

#include "searcher/engine/query/checks.hpp"
#include "searcher/engine/query/foreign/foreign_words.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news::foreign {

Grammar::Grammar(std::string_view query, Syntax syntax, const ParseOptions& options)
    : query_(query), syntax_(syntax), options_(options), tokens_(tokenize(query, syntax)) {}

Node Grammar::run() {
  Tree tree = whole();
  if (peek().kind == Kind::close)
    fail(peek(), "there is no opening bracket for this one", "Remove it, or add '(' before.");
  if (peek().kind != Kind::end) fail_missing_operator();
  return std::move(tree.node);
}

const Token& Grammar::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool Grammar::take_if(Kind kind) {
  if (peek().kind != kind) return false;
  ++at_;
  return true;
}

bool Grammar::at_words() const {
  const Kind kind = peek().kind;
  return kind == Kind::word || kind == Kind::quoted || kind == Kind::open;
}

std::string_view Grammar::between(const Token& first, const Token& last) const {
  const auto* end = last.text.data() + last.text.size();
  return {first.text.data(), static_cast<std::size_t>(end - first.text.data())};
}

// Operators wait on a stack until one comes that binds no more tightly.
Tree Grammar::proximity() {
  std::vector<Tree> operands;
  std::vector<Token> waiting;
  operands.push_back(proximity_operand());
  for (;;) {
    Token token;
    const std::size_t size = positional_here(token);
    while (!waiting.empty() && (size == 0 || looseness(waiting.back()) <= looseness(token))) {
      reduce(waiting.back(), operands);
      waiting.pop_back();
    }
    if (size == 0) return std::move(operands[0]);
    at_ += size;
    waiting.push_back(token);
    operands.push_back(proximity_operand());
  }
}

Tree Grammar::brackets() {
  const Token& open = tokens_[at_++];
  if (++depth_ > kMaxDepth)
    fail(open, "brackets are nested more than 200 deep", "Remove needless brackets.");
  if (peek().kind == Kind::close) fail(open, "the brackets are empty");
  Tree tree = whole();
  close(open);
  --depth_;
  return tree;
}

void Grammar::close(const Token& open) {
  const std::string_view mark = open.text == "(" ? ")" : "]";
  if (peek().kind == Kind::end)
    fail(open, "this bracket is never closed",
         "Add '" + std::string(mark) + "' where the group ends.");
  if (peek().kind != Kind::close) fail_missing_operator();
  if (peek().text != mark)
    fail(peek(), "this bracket does not match the opening one",
         "Write '" + std::string(mark) + "'.");
  ++at_;
}

Tree Grammar::words() {
  const std::size_t first = at_;
  while (peek().kind == Kind::word || peek().kind == Kind::quoted) ++at_;
  const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
  Node node = read_run(query_, syntax_, {begin, end});
  unsigned height = 1;
  for (const Node* n = &node; n->op == Op::adj || n->op == Op::or_; n = &n->children[0]) ++height;
  return {std::move(node), height};
}

Tree Grammar::atleast(const Token& token, Tree inner) const {
  check_span(query_, inner.node, "ATLEAST/" + std::to_string(token.n));
  return wrap(Op::atleast, token, std::move(inner));
}

Tree Grammar::scope(const Token& token, Tree inner) const {
  check_scope(query_, inner.node, token.text);
  return wrap(token.op, token, std::move(inner));
}

void Grammar::reduce(const Token& token, std::vector<Tree>& operands) const {
  std::vector<Tree> pair;
  pair.push_back(std::move(operands[operands.size() - 2]));
  pair.push_back(std::move(operands.back()));
  operands.pop_back();
  Node shape;
  shape.op = token.op;
  shape.n = token.n;
  for (const auto& part : pair) check_span(query_, part.node, operator_name(shape));
  operands.back() = combine(token.op, std::move(pair), token.n);
}

// A value, or several in brackets with `or` between them.
Tree Grammar::filter(const Token& field) {
  const Token& open = peek();
  if (open.kind == Kind::word || open.kind == Kind::quoted) {
    Node node = read_value(query_, syntax_, field.op, {open});
    ++at_;
    if (at_words())
      fail(peek(), "an operator is missing here",
           "A value of several words stands in brackets: " + std::string(field.text) + "(a b).");
    return leaf(field, std::move(node));
  }
  if (open.kind != Kind::open) fail_operand();
  ++at_;
  std::vector<Tree> values;
  do {
    std::vector<Token> value;
    while (peek().kind == Kind::word || peek().kind == Kind::quoted)
      value.push_back(tokens_[at_++]);
    if (value.empty()) fail_value(open);
    values.push_back(leaf(field, read_value(query_, syntax_, field.op, value)));
  } while (take_if(Kind::or_));
  if (peek().kind != Kind::close) fail_value(open);
  close(open);
  return combine(Op::or_, std::move(values));
}

std::vector<Token> Grammar::plain_words() {
  const Token& open = tokens_[at_++];
  std::vector<Token> out;
  while (peek().kind == Kind::word || peek().kind == Kind::quoted) out.push_back(tokens_[at_++]);
  if (out.empty() || peek().kind != Kind::close) fail_value(open);
  close(open);
  return out;
}

Tree Grammar::combine(Op op, std::vector<Tree> parts, std::uint32_t n) const {
  if (parts.size() == 1 && (op == Op::and_ || op == Op::or_)) return std::move(parts[0]);
  Tree out = join(op, std::move(parts), n);
  check_height(out);
  return out;
}

Tree Grammar::wrap(Op op, const Token& token, Tree inner) const {
  std::vector<Tree> parts;
  parts.push_back(std::move(inner));
  Tree out = combine(op, std::move(parts), token.n);
  reach_back(out.node, offset_in(query_, token.text));
  return out;
}

Tree Grammar::leaf(const Token& start, Node node) const {
  reach_back(node, offset_in(query_, start.text));
  return {std::move(node), 1};
}

void Grammar::check_height(const Tree& tree) const {
  if (tree.height > kMaxDepth)
    fail_at(query_, query_.substr(tree.node.offset, tree.node.length),
            "operators are nested more than 200 deep", "Split the query.");
}

void Grammar::fail(const Token& token, const std::string& message,
                   const std::string& suggestion) const {
  fail_at(query_, token.text, message, suggestion);
}

void Grammar::fail_operand() const {
  const Token& here = peek();
  const Token* before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
  const std::string name(here.text), quote = "To search the word itself, write \"";
  const bool listed = here.kind == Kind::end || here.kind == Kind::close;
  if (listed && before && before->kind != Kind::open)
    fail(*before, "'" + std::string(before->text) + "' has nothing after it",
         quote + std::string(before->text) + "\".");
  if (listed && before && here.kind == Kind::end)
    fail(*before, "this bracket is never closed", "Add ')' where the group ends.");
  if (listed) fail(here, "there is no opening bracket for this one");
  if (!before || before->kind == Kind::open) {
    const std::string help = here.kind == Kind::not_ && syntax_ == Syntax::nexis
                                 ? "Write what it excludes from: a and not b. "
                                 : "";
    fail(here, "'" + name + "' has nothing before it", help + quote + name + "\".");
  }
  if (here.kind == Kind::field || here.kind == Kind::date || here.kind == Kind::atleast)
    fail(here, "'" + name + "' cannot stand after '" + std::string(before->text) + "'",
         "Join the two with and, or write brackets.");
  fail(here, "'" + name + "' directly after '" + std::string(before->text) + "'",
       "Leave one of them out. " + quote + name + "\".");
}

void Grammar::fail_missing_operator() const {
  const bool factiva = syntax_ == Syntax::factiva;
  const Token& here = peek();
  if (here.kind == Kind::positional)
    fail(here, "'" + std::string(here.text) + "' stands between words, phrases and groups of these",
         "Write the whole group inside the brackets.");
  if (here.kind == Kind::not_)
    fail(here, "'not' stands in and not, and in not w/5, only", "Write and not.");
  fail(here, "an operator is missing before '" + std::string(here.text) + "'",
       std::string("Write and, or, ") + (factiva ? "near5 or adj1" : "w/5 or pre/1") +
           " between the two. To search for words as they stand, use quotation marks.");
}

void Grammar::fail_value(const Token& open) const {
  if (peek().kind == Kind::end) fail(open, "this bracket is never closed", "Add ')'.");
  if (peek().kind == Kind::close && tokens_[at_ - 1].kind == Kind::open)
    fail(open, "the brackets are empty");
  fail(peek(), "'" + std::string(peek().text) + "' cannot stand in these brackets",
       "A value that holds such a word goes in quotation marks; several values are joined by or.");
}

}  // namespace news::foreign
