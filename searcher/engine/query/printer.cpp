// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/printer.hpp"

#include <algorithm>
#include <vector>

#include "common/text/utf8.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/engine/query/fields.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/words.hpp"

namespace news {
namespace {

// How tightly an operator binds; a child that binds more loosely than its place needs brackets.
enum Level { kOr, kAnd, kPositional, kUnary, kPrimary };

Level level_of(const Node& node) {
  if (node.op == Op::or_) return kOr;
  if (node.op == Op::and_) return kAnd;
  if (is_positional(node.op)) return kPositional;
  if (node.op == Op::not_ || node.op == Op::atleast) return kUnary;
  return kPrimary;
}

void print(const Node& node, Level least, std::string& out);

void print_list(const Node& node, std::string_view between, Level least, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += between;
    print(node.children[i], least, out);
  }
}

// A place of a quoted phrase.
void print_place(const Node& node, std::string& out) {
  const auto list = [&out](const Node& parent, char between) {
    for (std::size_t i = 0; i < parent.children.size(); ++i) {
      if (i > 0) out += between;
      print_place(parent.children[i], out);
    }
  };
  switch (node.op) {
    case Op::any_word:
      out += '*';
      break;
    case Op::or_:
      out += '(';
      list(node, '|');
      out += ')';
      break;
    case Op::phrase:
      list(node, ' ');
      break;
    default:
      out += spell(node.text, Folding::both);
  }
}

void print_phrase(const Node& node, std::string& out) {
  const auto holds = [&node](Op op) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [op](const Node& child) { return child.op == op; });
  };
  const bool cased = holds(Op::case_word), accented = holds(Op::accents_word);
  if (!cased && !accented && !holds(Op::word)) {
    out += '"';
    print_place(node, out);
    out += '"';
    return;
  }
  std::vector<std::string> texts;
  for (const auto& child : node.children) texts.push_back(child.text);
  if (cased) out += "case:";
  if (accented) out += "accents:";
  out += spell(texts, cased      ? Folding::keep_case
                      : accented ? Folding::keep_accents
                                 : Folding::both);
}

void print_value(const std::string& value, std::string& out) {
  bool plain = !value.empty();
  for (std::size_t at = 0; at < value.size() && plain;) {
    const Utf8Char c = decode_utf8(value, at);
    plain = !is_blank_char(c.code) && !is_quote_char(c.code) && c.code != '(' && c.code != ')' &&
            c.code != '*';
    at += c.length;
  }
  if (plain) {
    out += value;
    return;
  }
  out += '"';
  for (std::size_t at = 0; at < value.size();) {
    const Utf8Char c = decode_utf8(value, at);
    if (is_quote_char(c.code) || c.code == '\\') out += '\\';
    out.append(value, at, c.length);
    at += c.length;
  }
  out += '"';
}

std::string compared(const Node& node) {
  const std::string n = std::to_string(node.n);
  switch (node.compare) {
    case Compare::less:
      return "<" + n;
    case Compare::at_most:
      return "<=" + n;
    case Compare::at_least:
      return ">=" + n;
    case Compare::more:
      return ">" + n;
    case Compare::between:
      return n + ".." + std::to_string(node.upper);
    default:
      return "=" + n;
  }
}

void print_filter(const Node& node, std::string& out) {
  out += operator_name(node);
  if (node.op == Op::date)
    out += format_date_filter(node.dates);
  else if (node.op == Op::words)
    out += compared(node);
  else
    print_value(node.text, out);
}

void print_open(const Node& node, std::string& out) {
  switch (node.op) {
    case Op::all:
      out += '*';
      break;
    case Op::any_word:
      out += "\"*\"";
      break;  // no query: a gap stands inside a phrase only
    case Op::word:
    case Op::wildcard:
      out += spell(node.text, Folding::both);
      break;
    case Op::exact:
      out += "=" + spell(node.text, Folding::both);
      break;
    case Op::fuzzy:
      out += spell(node.text, Folding::both) + "~" + std::to_string(node.n);
      break;
    case Op::case_word:
      out += "case:" + spell(node.text, Folding::keep_case);
      break;
    case Op::accents_word:
      out += "accents:" + spell(node.text, Folding::keep_accents);
      break;
    case Op::phrase:
      print_phrase(node, out);
      break;
    case Op::and_:
      print_list(node, " AND ", kPositional, out);
      break;
    case Op::or_:
      print_list(node, " OR ", kAnd, out);
      break;
    case Op::not_:
      out += "NOT ";
      print(node.children[0], kUnary, out);
      break;
    case Op::near:
    case Op::adj:
    case Op::sentence:
    case Op::paragraph:
    case Op::not_near:
      print(node.children[0], kPositional, out);
      out += " " + operator_name(node) + " ";
      print(node.children[1], kUnary, out);
      break;
    case Op::atleast:
      out += operator_name(node) + " ";
      print(node.children[0], kPrimary, out);
      break;
    case Op::title:
    case Op::text:
    case Op::lead:
    case Op::first:
      out += operator_name(node);
      print(node.children[0], kPrimary, out);
      break;
    default:
      print_filter(node, out);
  }
}

void print(const Node& node, Level least, std::string& out) {
  const bool brackets = level_of(node) < least;
  if (brackets) out += '(';
  print_open(node, out);
  if (brackets) out += ')';
}

}  // namespace

std::string to_string(const Node& query) {
  std::string out;
  print(query, kOr, out);
  return out;
}

std::string operator_name(const Node& node) {
  const std::string n = std::to_string(node.n);
  switch (node.op) {
    case Op::and_:
      return "AND";
    case Op::or_:
      return "OR";
    case Op::not_:
      return "NOT";
    case Op::near:
      return "NEAR/" + n;
    case Op::adj:
      return "ADJ/" + n;
    case Op::sentence:
      return "SENTENCE";
    case Op::paragraph:
      return "PARAGRAPH";
    case Op::not_near:
      return "NOT NEAR/" + n;
    case Op::atleast:
      return "ATLEAST/" + n;
    case Op::first:
      return "first/" + n + ":";
    case Op::all:
    case Op::any_word:
      return "'*'";
    default:
      break;
  }
  const QueryField* field = field_of(node.op);
  return field ? std::string(field->name) + ":" : "a word";
}

}  // namespace news
