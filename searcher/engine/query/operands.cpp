// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/operands.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"
#include "searcher/engine/query/words.hpp"

namespace news {
namespace {

std::string quoted(std::string_view text) {
  if (text.size() <= 40) return "'" + std::string(text) + "'";
  std::size_t cut = 40;
  while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return "'" + std::string(text.substr(0, cut)) + "…'";
}

[[noreturn]] void fail_no_word(std::string_view query, std::string_view raw) {
  std::string help = "A word holds at least one letter or digit.";
  if (raw == "&" || raw == "&&" || raw == "+") help = "For both words write AND, or just a blank.";
  if (raw == "-") help = "Write -word, without a blank, or NOT word.";
  if (raw.starts_with('~')) help = "Write word~1 or word~2, without a blank.";
  fail_at(query, raw, quoted(raw) + " holds no word", help);
}

// Signs that mean something elsewhere; as punctuation they would change the query in silence.
void check_foreign_signs(std::string_view query, std::string_view raw) {
  if (const auto bar = find_outside_literals(raw, "|"); bar != std::string_view::npos)
    fail_at(query, raw.substr(bar, 1), "'|' stands only in brackets inside quotation marks",
            "Write a OR b.");
  if (const auto hat = find_outside_literals(raw, "^"); hat != std::string_view::npos)
    fail_at(query, raw.substr(hat, 1), "'^' is not an operator",
            "To search the text itself, put it in quotation marks.");
  if (raw.starts_with('!'))
    fail_at(query, raw.substr(0, 1), "'!' is not an operator", "Write NOT word or -word.");
}

std::vector<QueryWord> cut(std::string_view query, std::string_view raw, Folding folding) {
  auto words = analyse(raw, folding);
  if (words.empty()) fail_no_word(query, raw);
  for (const auto& word : words)
    if (is_bare_wildcard(word))
      fail_at(query, raw, "a wildcard needs a letter or digit beside it",
              "To match every article, write '*' alone.");
  return words;
}

// One node for one word, a phrase for several.
Node build(std::string_view query, std::string_view part, std::vector<QueryWord> words, Op op) {
  std::vector<Node> nodes;
  for (auto& word : words) {
    nodes.push_back(make_leaf(query, word.wildcard ? Op::wildcard : op, part));
    nodes.back().text = std::move(word.text);
  }
  if (nodes.size() == 1) return std::move(nodes[0]);
  Node phrase = make_leaf(query, Op::phrase, part);
  phrase.children = std::move(nodes);
  return phrase;
}

bool has_wildcard(const std::vector<QueryWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const QueryWord& w) { return w.wildcard; });
}

Node read_exact(std::string_view query, std::string_view token) {
  const std::string_view raw = token.substr(1);
  const std::string_view name = raw.substr(0, std::min(raw.find(':'), raw.size()));
  if (name.size() < raw.size() && find_field(name))
    fail_at(query, token.substr(0, 1), "'=' stands after a field, not in front of it",
            "Write " + std::string(name) + ":=word.");
  if (raw.empty())
    fail_at(query, token, "'=' has no word after it", "Write =word, without a blank.");
  auto words = cut(query, raw, Folding::both);
  if (has_wildcard(words))
    fail_at(query, token.substr(0, 1), "'=' and a wildcard do not go together",
            "A pattern is never stemmed: leave '=' out.");
  if (const auto tilde = find_outside_literals(raw, "~"); tilde != std::string_view::npos)
    fail_at(query, raw.substr(tilde, 1), "'=' and '~' do not go together",
            "A fuzzy word is never stemmed: leave '=' out.");
  return build(query, token, std::move(words), Op::exact);
}

Node read_fuzzy(std::string_view query, std::string_view token, std::size_t tilde) {
  const std::string_view edits = token.substr(tilde + 1), raw = token.substr(0, tilde);
  if (raw.empty()) fail_no_word(query, token);
  if (!edits.empty() && edits != "1" && edits != "2")
    fail_at(query, token.substr(tilde), "'~' ends a word and takes 1 or 2",
            "Write word~1 or word~2; for words near each other, NEAR/5.");
  auto words = cut(query, raw, Folding::both);
  if (words.size() > 1)
    fail_at(query, token,
            "'~' takes one word, and " + quoted(raw) + " is " + std::to_string(words.size()));
  if (words[0].wildcard)
    fail_at(query, token, "'~' and a wildcard do not go together", "Use one of the two.");
  Node node = build(query, token, std::move(words), Op::fuzzy);
  node.n = edits == "2" ? 2 : 1;
  return node;
}

}  // namespace

std::uint32_t read_count(std::string_view query, const Token& token, std::uint32_t standard,
                         std::uint32_t most) {
  std::string name(token.text.substr(0, token.text.find_first_of("/:")));
  const bool prefix = token.kind == TokenKind::prefix;
  const std::string example = name + (prefix ? "/100:word" : "/5");
  if (!token.slash && standard == 0)
    fail_at(query, token.text, name + " needs a number", "Write " + example + ".");
  if (!token.slash) return standard;
  const auto n = read_number(token.digits, most);
  if (!n || *n == 0)
    fail_at(query, token.text, name + " takes a number from 1 to " + std::to_string(most),
            "Write " + example + ".");
  return *n;
}

Node read_word(std::string_view query, const Token& token) {
  const std::string_view raw = token.text;
  if (raw == "*") return make_leaf(query, Op::all, raw);
  check_foreign_signs(query, raw);
  if (raw[0] == '=') return read_exact(query, raw);
  if (const auto tilde = find_outside_literals(raw, "~"); tilde != std::string_view::npos)
    return read_fuzzy(query, raw, tilde);
  return build(query, raw, cut(query, raw, Folding::both), Op::word);
}

Node read_unfolded(std::string_view query, const Token& prefix, const Token& operand) {
  const QueryField& field = *prefix.field;
  const std::string name = std::string(field.name) + ":";
  if (operand.kind != TokenKind::word && operand.kind != TokenKind::quoted)
    fail_at(query, operand.text, name + " takes a word",
            "Write " + name + "word, or several words in quotation marks.");
  const std::string_view raw = operand.kind == TokenKind::quoted ? operand.inner : operand.text;
  if (const auto sign = find_outside_literals(raw, "*?~=|^"); sign != std::string_view::npos)
    fail_at(query, raw.substr(sign, 1),
            name + " takes plain words, without '" + std::string(raw.substr(sign, 1)) + "'");
  const auto folding = field.op == Op::case_word ? Folding::keep_case : Folding::keep_accents;
  auto words = analyse(raw, folding);
  if (words.empty()) fail_no_word(query, operand.text);
  for (const auto& word : words)
    if (word.wildcard) fail_at(query, operand.text, name + " takes no wildcard");
  const auto* end = operand.text.data() + operand.text.size();
  const std::string_view part(prefix.text.data(),
                              static_cast<std::size_t>(end - prefix.text.data()));
  return build(query, part, std::move(words), field.op);
}

}  // namespace news
