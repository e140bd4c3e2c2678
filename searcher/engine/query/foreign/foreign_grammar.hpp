// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/foreign/foreign_lexer.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/tree.hpp"

namespace news::foreign {

/// What the grammars of both services share: words, brackets, values, proximity. They differ in
/// how tightly the operators bind. All throw QueryError; `query` must outlive the object.
class Grammar {
 public:
  Grammar(std::string_view query, Syntax syntax, const ParseOptions& options);
  virtual ~Grammar() = default;
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  Node run();

 protected:
  virtual Tree whole() = 0;              ///< a query, or what stands in brackets
  virtual Tree proximity_operand() = 0;  ///< what stands beside a positional operator
  /// How loosely a positional operator binds.
  virtual unsigned looseness(const Token& token) const = 0;
  /// The number of tokens of the positional operator that comes next, 0 if none does.
  virtual std::size_t positional_here(Token& token) const = 0;

  const Token& peek(std::size_t ahead = 0) const;
  bool take_if(Kind kind);
  /// A word, a quotation or a bracket comes next.
  bool at_words() const;
  std::string_view between(const Token& first, const Token& last) const;

  Tree proximity();
  Tree brackets();
  Tree words();
  Tree filter(const Token& field);
  std::vector<Token> plain_words();
  void close(const Token& open);

  /// A node over `parts`; one part alone needs no AND or OR, and these take in their own kind.
  Tree combine(Op op, std::vector<Tree> parts, std::uint32_t n = 0) const;
  /// A node of `token` over what stands after it.
  Tree wrap(Op op, const Token& token, Tree inner) const;
  /// A filter's node, reaching back to the token it starts with.
  Tree leaf(const Token& start, Node node) const;
  Tree atleast(const Token& token, Tree inner) const;
  Tree scope(const Token& token, Tree inner) const;
  /// Makes one of the last two operands and the positional operator between them.
  void reduce(const Token& token, std::vector<Tree>& operands) const;

  [[noreturn]] void fail(const Token& token, const std::string& message,
                         const std::string& suggestion = {}) const;
  [[noreturn]] void fail_operand() const;           ///< one was expected here
  [[noreturn]] void fail_missing_operator() const;  ///< one was expected here
  [[noreturn]] void fail_value(const Token& open) const;

  std::string_view query_;
  const Syntax syntax_;
  const ParseOptions& options_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;

 private:
  void check_height(const Tree& tree) const;
  unsigned depth_ = 0;
};

Node parse_factiva(std::string_view query, const ParseOptions& options);
Node parse_nexis(std::string_view query, const ParseOptions& options);

}  // namespace news::foreign
