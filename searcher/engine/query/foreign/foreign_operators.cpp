// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/foreign/foreign_operators.hpp"

#include <string>

#include "common/text/ascii.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/operands.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news::foreign {
namespace {

struct Name {
  Syntax syntax;
  std::string_view name;
  Op op;
};

constexpr Name kNames[] = {
    {Syntax::factiva, "hl", Op::title},         {Syntax::factiva, "hd", Op::title},
    {Syntax::factiva, "hlp", Op::lead},         {Syntax::factiva, "lp", Op::lead},
    {Syntax::factiva, "sn", Op::source},        {Syntax::factiva, "sc", Op::source},
    {Syntax::factiva, "by", Op::author},        {Syntax::factiva, "la", Op::lang},
    {Syntax::factiva, "se", Op::section},       {Syntax::factiva, "wc", Op::words},
    {Syntax::nexis, "headline", Op::title},     {Syntax::nexis, "hlead", Op::lead},
    {Syntax::nexis, "lead", Op::lead},          {Syntax::nexis, "body", Op::text},
    {Syntax::nexis, "publication", Op::source}, {Syntax::nexis, "byline", Op::author},
    {Syntax::nexis, "section", Op::section},    {Syntax::nexis, "language", Op::lang},
    {Syntax::nexis, "length", Op::words},       {Syntax::nexis, "date", Op::date},
    {Syntax::nexis, "allcaps", Op::case_word},  {Syntax::nexis, "caps", Op::case_word},
    {Syntax::nexis, "nocaps", Op::case_word},
};

struct Connector {
  Syntax syntax;
  std::string_view name;
  Kind kind;
  Op op;
};

constexpr Connector kConnectors[] = {
    {Syntax::factiva, "same", Kind::positional, Op::paragraph},
    {Syntax::factiva, "date", Kind::date, Op::date},
    {Syntax::nexis, "w/s", Kind::positional, Op::sentence},
    {Syntax::nexis, "/s", Kind::positional, Op::sentence},
    {Syntax::nexis, "w/sent", Kind::positional, Op::sentence},
    {Syntax::nexis, "/sent", Kind::positional, Op::sentence},
    {Syntax::nexis, "w/p", Kind::positional, Op::paragraph},
    {Syntax::nexis, "/p", Kind::positional, Op::paragraph},
    {Syntax::nexis, "w/para", Kind::positional, Op::paragraph},
    {Syntax::nexis, "/para", Kind::positional, Op::paragraph},
};

// Operators with a number after them; a slash may part the two where `name` has none.
constexpr Connector kCounted[] = {
    {Syntax::factiva, "atleast", Kind::atleast, Op::atleast},
    {Syntax::factiva, "near", Kind::positional, Op::near},
    {Syntax::factiva, "adj", Kind::positional, Op::adj},
    {Syntax::factiva, "w", Kind::positional, Op::adj},
    {Syntax::nexis, "atleast", Kind::atleast, Op::atleast},
    {Syntax::nexis, "onear/", Kind::positional, Op::adj},
    {Syntax::nexis, "near/", Kind::positional, Op::near},
    {Syntax::nexis, "pre/", Kind::positional, Op::adj},
    {Syntax::nexis, "not/", Kind::positional, Op::not_near},
    {Syntax::nexis, "w/", Kind::positional, Op::near},
    {Syntax::nexis, "/", Kind::positional, Op::near},
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// `word` without `name` and a slash, if what is left is a number.
bool is_counted(std::string_view word, std::string_view name) {
  if (!word.starts_with(name)) return false;
  word.remove_prefix(name.size());
  if (word.starts_with('/')) word.remove_prefix(1);
  return is_number(word);
}

bool is_boolean(std::string_view word, Token& token) {
  if (word == "and") token.kind = Kind::and_;
  if (word == "or") token.kind = Kind::or_;
  if (word == "not") token.kind = Kind::not_;
  return token.kind != Kind::word;
}

// What would be read as a word in silence, though it is an operator of the other service.
void refuse_other(std::string_view query, Syntax syntax, std::string_view word,
                  std::string_view text) {
  const auto refuse = [&](const std::string& help) {
    fail_at(query, text, "'" + std::string(text) + "' is no operator of " + service_name(syntax),
            help);
  };
  const std::string quote = " To search the text itself, put it in quotation marks.";
  if (syntax == Syntax::factiva) {
    for (const auto& other : kConnectors)
      if (other.syntax == Syntax::nexis && other.name == word)
        refuse("Write same for one paragraph; Factiva has no operator for a sentence." + quote);
    if (word.starts_with('/') && is_number(word.substr(1))) refuse("Write near5 or w/5." + quote);
    if (word.starts_with("pre/")) refuse("Write adj5." + quote);
    return;
  }
  if (word == "w/seg" || word == "/seg" || word == "not/seg")
    refuse("Write w/p for one paragraph, or and with both inside BODY(…)." + quote);
  if (is_counted(word, "near") && !word.starts_with("near/")) refuse("Write w/5." + quote);
  if (is_counted(word, "adj")) refuse("Write pre/5." + quote);
}

// The number of `connector` in `word`; false if the two have nothing to do with each other.
bool read_counted(std::string_view query, const Connector& connector, std::string_view word,
                  Token& token) {
  if (!word.starts_with(connector.name)) return false;
  std::string_view rest = word.substr(connector.name.size());
  const bool slash = connector.name.ends_with('/') || rest.starts_with('/');
  if (rest.starts_with('/')) rest.remove_prefix(1);
  // `nearby`, `w` and `/` alone are words; `adj` alone is adj1, `near` and `atleast` lack theirs.
  const bool bare = rest.empty() && !slash && connector.name.size() > 1;
  if (!slash && !bare && !is_number(rest)) return false;
  if (word == "/") return false;
  token.kind = connector.kind;
  token.op = connector.op;
  if (bare && connector.op == Op::adj) {
    token.n = kDefaultAdj;
    return true;
  }
  const auto n = read_number(rest, kMaxDistance);
  const std::string name(connector.name);
  if (!n || *n == 0)
    fail_at(query, token.text, "'" + name + "' takes a number from 1 to 1000",
            "Write " + name + (name == "w" ? "/5" : "5") +
                ". To search the text itself, put it in quotation marks.");
  token.n = *n;
  return true;
}

}  // namespace

void classify(std::string_view query, Syntax syntax, Token& token) {
  const std::string word = lower_case(token.text.substr(0, 32));
  if (is_boolean(word, token)) return;
  for (const auto& connector : kConnectors) {
    if (connector.syntax != syntax || connector.name != word) continue;
    token.kind = connector.kind;
    token.op = connector.op;
    return;
  }
  refuse_other(query, syntax, word, token.text);
  for (const auto& connector : kCounted)
    if (connector.syntax == syntax && read_counted(query, connector, word, token)) return;
}

std::optional<Op> find_name(std::string_view name, Syntax syntax) {
  const std::string word = lower_case(name);
  for (const auto& entry : kNames)
    if (entry.syntax == syntax && entry.name == word) return entry.op;
  return {};
}

void fail_unknown_name(std::string_view query, std::string_view name, Syntax syntax) {
  const bool factiva = syntax == Syntax::factiva;
  std::string known;
  for (const auto& entry : kNames) {
    if (entry.syntax != syntax || entry.op == Op::words) continue;
    known += (known.empty() ? "" : " ") + std::string(entry.name) + (factiva ? "=" : "()");
  }
  fail_at(query, name,
          "unknown " + std::string(factiva ? "field" : "segment") + " '" + std::string(name) + "'",
          "Known are " + known + (factiva ? " wc>" : " length()") + ".");
}

}  // namespace news::foreign
