// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/phrase.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "common/text/utf8.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"
#include "searcher/engine/query/words.hpp"

namespace news {
namespace {

class PhraseParser {
 public:
  PhraseParser(std::string_view query, const Token& token) : query_(query), text_(token.inner) {}

  std::vector<Node> run() {
    auto places = sequence(0);
    if (at_ < text_.size() && text_[at_] == '|')
      fail(here(), "'|' stands between alternatives in brackets",
           "Write \"(prime|first) minister\".");
    if (at_ < text_.size()) fail(here(), "there is no opening bracket for this one");
    return places;
  }

 private:
  [[noreturn]] void fail(std::string_view part, const std::string& message,
                         const std::string& suggestion = {}) const {
    fail_at(query_, part, message, suggestion);
  }
  std::string_view here() const { return text_.substr(at_, 1); }
  Node make(Op op, std::string_view part) const { return make_leaf(query_, op, part); }

  // The places up to `|`, `)` or the end.
  std::vector<Node> sequence(unsigned depth) {
    std::vector<Node> places;
    while (at_ < text_.size()) {
      const Utf8Char c = decode_utf8(text_, at_);
      if (c.code == ')' || c.code == '|') break;
      if (is_blank_char(c.code))
        at_ += c.length;
      else if (c.code == '(')
        group(depth + 1, places);
      else
        chunk(places);
    }
    return places;
  }

  void group(unsigned depth, std::vector<Node>& places) {
    const std::size_t open = at_;
    if (depth > kMaxDepth) fail(here(), "brackets are nested more than 200 deep");
    std::vector<Node> alternatives, only;
    std::size_t count = 0;
    do {
      ++at_;
      const std::size_t begin = at_;
      auto places_here = sequence(depth);
      if (at_ >= text_.size())
        fail(text_.substr(open, 1), "this bracket is never closed",
             "Add ')' inside the quotation marks.");
      add_alternative(text_.substr(begin, at_ - begin), std::move(places_here), ++count == 1,
                      alternatives, only);
    } while (text_[at_] == '|');
    ++at_;
    if (count == 1) {
      std::move(only.begin(), only.end(), std::back_inserter(places));
      return;
    }
    Node node = make(Op::or_, text_.substr(open, at_ - open));
    node.children = std::move(alternatives);
    places.push_back(std::move(node));
  }

  void add_alternative(std::string_view part, std::vector<Node> places, bool first,
                       std::vector<Node>& alternatives, std::vector<Node>& only) {
    const bool gaps = std::all_of(places.begin(), places.end(),
                                  [](const Node& n) { return n.op == Op::any_word; });
    if (gaps) fail(part.empty() ? here() : part, "an alternative needs a word");
    // One alternative alone is no choice: its places belong to the phrase around it.
    if (first && text_[at_] == ')') {
      only = std::move(places);
      return;
    }
    if (places.size() > 1) {
      Node phrase = make(Op::phrase, part);
      phrase.children = std::move(places);
      alternatives.push_back(std::move(phrase));
    } else if (places[0].op == Op::or_) {
      std::move(places[0].children.begin(), places[0].children.end(),
                std::back_inserter(alternatives));
    } else {
      alternatives.push_back(std::move(places[0]));
    }
  }

  void chunk(std::vector<Node>& places) {
    const std::size_t begin = at_;
    for (bool literal = false; at_ < text_.size();) {
      const Utf8Char c = decode_utf8(text_, at_);
      if (c.code == '`') literal = !literal;
      if (!literal && (c.code == '(' || c.code == ')' || c.code == '|' || is_blank_char(c.code)))
        break;
      at_ += c.length;
    }
    const std::string_view part = text_.substr(begin, at_ - begin);
    const bool wild_edge = part[0] == '*' || part[0] == '?' || part.back() == '*';
    if (wild_edge &&
        ((begin > 0 && text_[begin - 1] == ')') || (at_ < text_.size() && text_[at_] == '(')))
      fail(part, "a blank is missing between the wildcard and the bracket");
    if (part == "*") return places.push_back(make(Op::any_word, part));
    const std::size_t tilde = find_outside_literals(part, "~");
    if (tilde != std::string_view::npos && tilde > 0)
      fail(part.substr(tilde, 1), "'~' does not work inside quotation marks",
           "Write \"(kishida|kishita) visit\", or NEAR/1.");
    for (auto& word : analyse(part, Folding::both)) {
      if (is_bare_wildcard(word))
        fail(part, "a wildcard needs a letter or digit beside it",
             "A '*' between blanks stands for one word.");
      places.push_back(make(word.wildcard ? Op::wildcard : Op::exact, part));
      places.back().text = std::move(word.text);
    }
  }

  std::string_view query_, text_;
  std::size_t at_ = 0;
};

}  // namespace

Node parse_phrase(std::string_view query, const Token& token) {
  auto places = PhraseParser(query, token).run();
  if (std::all_of(places.begin(), places.end(), [](const Node& n) { return n.op == Op::any_word; }))
    fail_at(query, token.text,
            places.empty() ? "the quotation marks hold no word" : "a phrase needs a word",
            "A word holds at least one letter or digit.");
  if (places.size() == 1) return std::move(places[0]);
  Node phrase = make_leaf(query, Op::phrase, token.text);
  phrase.children = std::move(places);
  return phrase;
}

}  // namespace news
