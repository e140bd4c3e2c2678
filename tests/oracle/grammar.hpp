// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries, each in the native syntax and as an s-expression of the oracle.
#pragma once

#include <string>
#include <vector>

#include "draw.hpp"

namespace oracle {

struct Query {
  enum class Kind { kAtom, kMinus, kOperator };  // what stands in need of brackets

  std::string native;
  std::string sexpr;
  Kind kind = Kind::kAtom;
};

class Grammar {
 public:
  // `spine` keeps to words, phrases, =word, trailing *, AND OR NOT, title, source, author, lang,
  // date.
  Grammar(Draw& draw, bool spine) : draw_(draw), spine_(spine) {}

  Query query();

 private:
  Query boolean(int depth);
  Query booleanLeaf();
  Query conjunction(int depth);
  Query disjunction(int depth);
  Query negation(int depth);
  Query place(int depth);
  Query placed(const std::string& native, const std::string& sexpr, int depth);
  Query atLeast(int depth);
  Query filter();

  Query positional(int depth);
  Query operand(int depth);
  Query alternatives(bool rare);
  Query term(bool rare);

  Query word(bool rare);
  Query exact(bool rare);
  Query phrase();
  Query branchedPhrase(const std::vector<std::string>& words);
  Query prefix();
  Query wildcard();
  Query fuzzy();

  Draw& draw_;
  bool spine_;
  bool inPlace_ = false;  // no title:, lead: or first/n: inside one another
};

}  // namespace oracle
