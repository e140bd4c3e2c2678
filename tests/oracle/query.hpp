// SPDX-License-Identifier: GPL-2.0-or-later
// A query made ready for one corpus.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.hpp"
#include "dates.hpp"
#include "sexpr.hpp"
#include "wordset.hpp"

namespace oracle {

enum class Op {
  kLeaf,  // words side by side
  kOr,    // positional and Boolean
  kNear,
  kAdj,
  kPhrase,
  kSentence,
  kParagraph,
  kNotNear,  // positional
  kAtLeast,
  kTitle,
  kLead,
  kFirst,  // over one operand
  kAll,
  kAnd,
  kNot,  // Boolean
  kSource,
  kSection,
  kAuthor,
  kLang,
  kUrl,
  kId,
  kWords,
  kDate,
  kUndated  // filters
};

struct Node {
  Op op = Op::kAll;
  uint32_t number = 0;  // of near, adj, notnear, atleast, first, words
  std::vector<Node> kids;
  std::vector<WordSet> leaf;       // of kLeaf; none matches nothing
  std::string value;               // of a filter, folded where it compares folded; or < <= = >= >
  std::vector<std::string> words;  // of kAuthor, folded
  Interval range;                  // of kDate
};

// Throws std::invalid_argument on an unknown operator or a wrong operand.
Node compile(const Corpus& corpus, const Sexpr& query);

}  // namespace oracle
