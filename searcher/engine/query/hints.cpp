// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"
#include "searcher/engine/query/checks.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/untrusted_utf8.hpp"

namespace news {
namespace {

std::string blank_out_bad_bytes(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!next_untrusted(text, at)) out.replace(begin, at - begin, at - begin, ' ');
  }
  return out;
}

bool is_operand_end(TokenKind kind) {
  return kind == TokenKind::word || kind == TokenKind::quoted || kind == TokenKind::close ||
         kind == TokenKind::value;
}

// `near/5`, `atleast/3`: nobody means the words "near" and "5" in a row.
bool is_lower_operator(std::string_view token) {
  const auto slash = token.find('/');
  if (slash == std::string_view::npos || slash + 1 == token.size()) return false;
  const std::string_view name = token.substr(0, slash);
  return (name == "near" || name == "adj" || name == "atleast") &&
         token.find_first_not_of("0123456789", slash + 1) == std::string_view::npos;
}

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

std::string hint_for(const Token* before, const Token& token, const Token& after) {
  const std::string word(token.text);
  const bool follows = before && is_operand_end(before->kind);
  const bool followed = after.kind != TokenKind::end && after.kind != TokenKind::close;
  const bool joins = (word == "and" || word == "or") && follows && followed;
  if (joins || (word == "not" && followed) || is_lower_operator(word))
    return "'" + word + "' in small letters is searched as text; the operator is " + upper(word) +
           ".";
  if (word.size() > 1 && word.ends_with('?'))
    return "'?' in '" + word +
           "' stands for exactly one character; leave it out to search the plain word.";
  return {};
}

}  // namespace

std::vector<std::string> query_hints(std::string_view text) {
  std::vector<std::string> hints;
  try {
    check_text(text);
    const auto tokens = tokenize(text);
    for (std::size_t i = 0; i + 1 < tokens.size() && hints.size() < 8; ++i) {
      std::string hint;
      if (tokens[i].kind == TokenKind::word)
        hint = hint_for(i > 0 ? &tokens[i - 1] : nullptr, tokens[i], tokens[i + 1]);
      if (tokens[i].kind == TokenKind::quoted &&
          tokens[i].inner.find('?') != std::string_view::npos)
        hint =
            "'?' inside quotation marks stands for exactly one character; leave it out if it is "
            "punctuation.";
      if (!hint.empty() && std::find(hints.begin(), hints.end(), hint) == hints.end())
        hints.push_back(std::move(hint));
    }
  } catch (const QueryError&) {
    hints.clear();  // parse_query reports what is wrong
  }
  return hints;
}

Node parse_any(std::string_view text) {
  const std::string clean = blank_out_bad_bytes(text);
  Node any;
  any.op = Op::or_;
  any.length = text.size();
  for_each_word(clean, [&any, &clean](std::size_t begin, std::size_t end, bool) {
    Node word;
    word.op = Op::word;
    word.offset = begin;
    word.length = end - begin;
    fold_word(std::string_view(clean).substr(begin, end - begin), word.text);
    if (!word.text.empty()) any.children.push_back(std::move(word));
  });
  if (any.children.empty())
    fail_at(text, text.substr(0, 0), "the query holds no word",
            "A word holds at least one letter or digit.");
  if (any.children.size() == 1) return Node(std::move(any.children[0]));
  return any;
}

}  // namespace news
