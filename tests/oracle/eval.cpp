// SPDX-License-Identifier: GPL-2.0-or-later
#include "eval.hpp"

#include <algorithm>
#include <future>
#include <iterator>

#include "fold.hpp"
#include "spans.hpp"

namespace oracle {
namespace {

// The part of an article that is looked at.
struct Scope {
  bool title = true;
  bool text = true;
  size_t firstWords = SIZE_MAX;  // of the text
};

Scope narrowed(const Article& article, const Node& node, Scope scope) {
  if (node.op == Op::kTitle) scope.text = false;
  if (node.op == Op::kFirst) {
    scope.title = false;
    scope.firstWords = std::min<size_t>(scope.firstWords, node.number);
  }
  if (node.op == Op::kLead && !article.paragraphs.empty()) {
    scope.firstWords = std::min<size_t>(scope.firstWords, article.paragraphs.front());
  }
  return scope;
}

std::vector<View> viewsOf(const Article& article, const Scope& scope) {
  std::vector<View> out;
  if (scope.title) out.push_back({article.title, {}, {}, article.language});
  if (!scope.text) return out;
  const std::span<const uint32_t> words(article.text);
  out.push_back({words.first(std::min(scope.firstWords, words.size())), article.sentences,
                 article.paragraphs, article.language});
  return out;
}

bool holdsInARow(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return false;
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

bool compares(size_t count, const std::string& how, size_t number) {
  if (how == "<") return count < number;
  if (how == "<=") return count <= number;
  if (how == ">") return count > number;
  if (how == ">=") return count >= number;
  return count == number;
}

bool passes(const Corpus& corpus, const Article& article, const Node& node) {
  const auto same = [&](const std::string& value) { return foldValue(value) == node.value; };
  switch (node.op) {
    case Op::kSource:
      return same(article.source);
    case Op::kSection:
      return same(article.section);
    case Op::kLang:
      return same(corpus.languages.at(article.language));
    case Op::kUrl:
      return article.url.starts_with(node.value);
    case Op::kId:
      return article.id == node.value;
    case Op::kWords:
      return compares(article.text.size(), node.value, node.number);
    case Op::kUndated:
      return !article.date;
    case Op::kDate:
      return article.date && article.date->first >= node.range.first &&
             article.date->last <= node.range.last;
    case Op::kAuthor:
      return std::any_of(article.authorWords.begin(), article.authorWords.end(),
                         [&](const auto& words) { return holdsInARow(words, node.words); });
    default:
      return true;
  }
}

bool matchesIn(const Corpus& corpus, const Article& article, const Node& node, const Scope& scope) {
  const auto kid = [&](const Node& inner) { return matchesIn(corpus, article, inner, scope); };
  const auto& kids = node.kids;
  switch (node.op) {
    case Op::kAll:
      return true;
    case Op::kAnd:
      return std::all_of(kids.begin(), kids.end(), kid);
    case Op::kOr:
      return std::any_of(kids.begin(), kids.end(), kid);
    case Op::kNot:
      return !kid(kids[0]);
    case Op::kTitle:
    case Op::kLead:
    case Op::kFirst:
      return matchesIn(corpus, article, kids[0], narrowed(article, node, scope));
    default:
      break;
  }
  if (node.op >= Op::kSource) return passes(corpus, article, node);
  size_t count = 0;
  for (const View& view : viewsOf(article, scope)) {
    if (node.op == Op::kAtLeast) {
      count += spansOf(kids[0], view).size();
    } else if (occurs(node, view)) {
      return true;
    }
  }
  return node.op == Op::kAtLeast && count >= node.number;
}

std::vector<size_t> evaluatePart(const Corpus& corpus, const Node& query, size_t begin,
                                 size_t end) {
  std::vector<size_t> out;
  for (size_t i = begin; i < end; ++i) {
    if (matches(corpus, corpus.articles[i], query)) out.push_back(i);
  }
  return out;
}

std::string orUnknown(const std::string& value) {
  return value.empty() ? "unknown" : value;
}

}  // namespace

bool matches(const Corpus& corpus, const Article& article, const Node& query) {
  return matchesIn(corpus, article, query, Scope{});
}

std::vector<size_t> evaluate(const Corpus& corpus, const Node& query) {
  const size_t size = corpus.articles.size();
  auto rest = std::async(std::launch::async, evaluatePart, std::cref(corpus), std::cref(query),
                         size / 2, size);
  std::vector<size_t> out = evaluatePart(corpus, query, 0, size / 2);
  const std::vector<size_t> more = rest.get();
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::map<std::string, Counts> countFacets(const Corpus& corpus, const std::vector<size_t>& found) {
  std::map<std::string, Counts> out;
  for (const char* facet : {"source", "author", "section", "lang", "year", "month", "day"}) {
    out[facet];
  }
  for (const size_t i : found) {
    const Article& article = corpus.articles[i];
    ++out["source"][orUnknown(article.source)];
    ++out["section"][orUnknown(article.section)];
    ++out["lang"][orUnknown(corpus.languages.at(article.language))];
    ++out["year"][dateBucket(article.date, Precision::kYear)];
    ++out["month"][dateBucket(article.date, Precision::kMonth)];
    ++out["day"][dateBucket(article.date, Precision::kDay)];
    for (const std::string& author : article.authors) ++out["author"][author];
    if (article.authors.empty()) ++out["author"]["unknown"];
  }
  return out;
}

}  // namespace oracle
