// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/checks.hpp"

#include "common/text/utf8.hpp"
#include "searcher/engine/query/lexer.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/untrusted_utf8.hpp"

namespace news {
namespace {

bool is_word_like(Op op) {
  return is_word(op) || op == Op::phrase;
}

[[noreturn]] void refuse(std::string_view query, const Node& node, const std::string& name,
                         const std::string& suggestion) {
  std::string what = operator_name(node);
  if (node.op == Op::and_) what = "AND (or a blank)";
  fail_at(query, query.substr(node.offset, node.length), what + " cannot stand inside " + name,
          suggestion);
}

// The first character that is no UTF-8, or NUL; npos if none.
std::size_t find_bad(std::string_view query) {
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t begin = at;
    if (next_untrusted(query, at).value_or(0) == 0) return begin;
  }
  return std::string_view::npos;
}

}  // namespace

void check_text(std::string_view query) {
  if (query.size() > kMaxQueryBytes)
    fail_at(query, query.substr(kMaxQueryBytes, 1), "the query is longer than 1 MiB",
            "Split the query.");
  if (const std::size_t bad = find_bad(query); bad != std::string_view::npos) {
    const std::string_view part = query.substr(bad, 1);
    if (part[0] == '\0') fail_at(query, part, "the query holds a NUL character", "Remove it.");
    fail_at(query, part, "the query is not valid UTF-8", "Set the terminal or the file to UTF-8.");
  }
  for (std::size_t at = 0; at < query.size();) {
    const Utf8Char c = decode_utf8(query, at);
    if (!is_blank_char(c.code)) return;
    at += c.length;
  }
  fail_at(query, query.substr(0, 0), "the query is empty", "To match every article, write '*'.");
}

void check_span(std::string_view query, const Node& operand, const std::string& name) {
  if (is_word_like(operand.op) || is_positional(operand.op)) return;
  if (operand.op == Op::or_) {
    for (const auto& child : operand.children) check_span(query, child, name);
    return;
  }
  std::string help = "Inside it stand words, phrases, positional operators and ORs of these.";
  if (operand.op == Op::not_) help += " To exclude the whole, write NOT (a " + name + " b).";
  if (operand.op == Op::all)
    help = "A '*' for any one word stands inside quotation marks: \"a * b\".";
  refuse(query, operand, name, help);
}

void check_scope(std::string_view query, const Node& operand, std::string_view prefix) {
  if (is_word_like(operand.op) || is_positional(operand.op)) return;
  if (operand.op == Op::and_ || operand.op == Op::or_ || operand.op == Op::not_) {
    for (const auto& child : operand.children) check_scope(query, child, prefix);
    return;
  }
  refuse(query, operand, std::string(prefix),
         "Write it outside: " + std::string(prefix) + "(…) AND …");
}

}  // namespace news
