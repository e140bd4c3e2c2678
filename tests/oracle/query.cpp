// SPDX-License-Identifier: GPL-2.0-or-later
#include "query.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "fold.hpp"

namespace oracle {
namespace {

struct Shape {
  Op op;
  bool numbered;  // a number comes first
  size_t minKids;
  size_t maxKids;
  bool positional;  // the operands must have positions
};

constexpr size_t kMany = SIZE_MAX;

const std::map<std::string, Shape, std::less<>> kOperators = {
    {"and", {Op::kAnd, false, 1, kMany, false}},   {"or", {Op::kOr, false, 1, kMany, false}},
    {"not", {Op::kNot, false, 1, 1, false}},       {"all", {Op::kAll, false, 0, 0, false}},
    {"near", {Op::kNear, true, 2, 2, true}},       {"adj", {Op::kAdj, true, 2, 2, true}},
    {"sent", {Op::kSentence, false, 2, 2, true}},  {"para", {Op::kParagraph, false, 2, 2, true}},
    {"notnear", {Op::kNotNear, true, 2, 2, true}}, {"phrase", {Op::kPhrase, false, 1, kMany, true}},
    {"atleast", {Op::kAtLeast, true, 1, 1, true}}, {"title", {Op::kTitle, false, 1, 1, false}},
    {"lead", {Op::kLead, false, 1, 1, false}},     {"first", {Op::kFirst, true, 1, 1, false}},
};

bool hasPositions(const Node& node) {
  if (node.op == Op::kOr) return std::all_of(node.kids.begin(), node.kids.end(), hasPositions);
  return node.op == Op::kLeaf || (node.op >= Op::kNear && node.op <= Op::kNotNear);
}

[[noreturn]] void refuse(const Sexpr& query, const char* why) {
  throw std::invalid_argument("(" + query.text + " ...): " + why);
}

const std::string& textAt(const Sexpr& query, size_t i) {
  if (i >= query.kids.size() || query.kids[i].list) refuse(query, "text or number expected");
  return query.kids[i].text;
}

uint32_t numberAt(const Sexpr& query, size_t i) {
  const std::string& text = textAt(query, i);
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  if (text.empty() || text.size() > 9 || !digits) refuse(query, "number expected");
  return static_cast<uint32_t>(std::stoul(text));
}

class Compiler {
 public:
  explicit Compiler(const Corpus& corpus) : corpus_(corpus), leaves_(corpus) {}

  Node node(const Sexpr& query) {
    if (!query.list) refuse(query, "a list expected");
    const auto found = kOperators.find(query.text);
    if (found != kOperators.end()) return operation(query, found->second);
    Node out;
    if (isLeaf(query, out.leaf)) {
      out.op = Op::kLeaf;
    } else if (!isValueFilter(query, out) && !isRangeFilter(query, out)) {
      refuse(query, "unknown operator");
    }
    return out;
  }

 private:
  Node operation(const Sexpr& query, const Shape& shape) {
    Node out;
    out.op = shape.op;
    if (shape.numbered) out.number = numberAt(query, 0);
    for (size_t i = shape.numbered ? 1 : 0; i < query.kids.size(); ++i) {
      out.kids.push_back(node(query.kids[i]));
      if (shape.positional && !hasPositions(out.kids.back())) refuse(query, "no positions");
    }
    if (out.kids.size() < shape.minKids) refuse(query, "too few operands");
    if (out.kids.size() > shape.maxKids) refuse(query, "too many operands");
    return out;
  }

  bool isLeaf(const Sexpr& query, std::vector<WordSet>& leaf) {
    const std::string& name = query.text;
    if (name == "w")
      leaf = leaves_.stemmed(textAt(query, 0));
    else if (name == "x")
      leaf = leaves_.exact(textAt(query, 0));
    else if (name == "p")
      leaf = leaves_.phrase(textAt(query, 0));
    else if (name == "pre")
      leaf = leaves_.prefix(textAt(query, 0));
    else if (name == "wild")
      leaf = leaves_.wildcard(textAt(query, 0));
    else if (name == "fuzzy")
      leaf = leaves_.fuzzy(textAt(query, 1), numberAt(query, 0));
    else if (name == "case")
      leaf = leaves_.cased(textAt(query, 0));
    else if (name == "accents")
      leaf = leaves_.accented(textAt(query, 0));
    else if (name == "gap")
      leaf.emplace_back();
    else
      return false;
    return true;
  }

  bool isValueFilter(const Sexpr& query, Node& out) {
    static const std::map<std::string, Op, std::less<>> kFilters = {
        {"source", Op::kSource}, {"section", Op::kSection}, {"lang", Op::kLang},
        {"author", Op::kAuthor}, {"url", Op::kUrl},         {"id", Op::kId}};
    const auto found = kFilters.find(query.text);
    if (found == kFilters.end()) return false;
    out.op = found->second;
    out.value = textAt(query, 0);
    if (out.op == Op::kAuthor) out.words = foldedWords(segmenter_, out.value);
    const bool folds = out.op == Op::kSource || out.op == Op::kSection || out.op == Op::kLang;
    if (folds) out.value = foldValue(out.value);
    return true;
  }

  bool isRangeFilter(const Sexpr& query, Node& out) {
    if (query.text == "words") {
      out.op = Op::kWords;
      out.value = textAt(query, 0);
      out.number = numberAt(query, 1);
      const bool known = out.value.find_first_not_of("<=>") == std::string::npos;
      if (!known || out.value.empty() || out.value.size() > 2) refuse(query, "no comparison");
      return true;
    }
    if (query.text != "date") return false;
    const std::string& text = textAt(query, 0);
    out.op = text == "undated" ? Op::kUndated : Op::kDate;
    if (out.op == Op::kDate) out.range = parseDateRange(text);
    return true;
  }

  const Corpus& corpus_;
  Leaves leaves_;
  Segmenter segmenter_;
};

}  // namespace

Node compile(const Corpus& corpus, const Sexpr& query) {
  return Compiler(corpus).node(query);
}

}  // namespace oracle
