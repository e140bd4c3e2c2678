// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "searcher/engine/query/dates.hpp"
#include "searcher/engine/query/limits.hpp"
#include "searcher/engine/query/operands.hpp"
#include "searcher/engine/query/query_error.hpp"
#include "searcher/engine/query/tree.hpp"
#include "searcher/engine/query/words.hpp"

namespace news {
namespace {

void read_comparison(std::string_view query, std::string_view raw, Node& node) {
  const auto number = [&](std::string_view digits) {
    const auto value = read_number(digits, kMaxWords);
    if (!value)
      fail_at(
          query, raw, "words: takes a number",
          "Write words:>500, words:>=500, words:<500, words:<=500, words:500 or words:100..200.");
    return *value;
  };
  if (const auto dots = raw.find(".."); dots != std::string_view::npos) {
    const auto low = raw.substr(0, dots), high = raw.substr(dots + 2);
    node.compare = high.empty()  ? Compare::at_least
                   : low.empty() ? Compare::at_most
                                 : Compare::between;
    node.n = number(low.empty() ? high : low);
    if (node.compare == Compare::between) node.upper = number(high);
    if (node.compare == Compare::between && node.n > node.upper)
      fail_at(query, raw, "the range ends before it starts", "Swap the two numbers.");
    return;
  }
  static constexpr std::pair<std::string_view, Compare> kSigns[] = {
      {">=", Compare::at_least}, {"<=", Compare::at_most}, {">", Compare::more},
      {"<", Compare::less},      {"=", Compare::equal},    {"", Compare::equal}};
  for (const auto& [sign, compare] : kSigns) {
    if (!raw.starts_with(sign)) continue;
    node.compare = compare;
    node.n = number(raw.substr(sign.size()));
    return;
  }
}

std::string unescape(std::string_view inner) {
  std::string out;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '\\' && i + 1 < inner.size()) {
      const char32_t next = decode_utf8(inner, i + 1).code;
      if (next == U'\\' || is_quote_char(next)) ++i;
    }
    out += inner[i];
  }
  return std::string(trim(out));
}

void check_value(std::string_view query, const QueryField& field, const Token& value,
                 const Node& node) {
  const std::string name(field.name);
  if (value.kind == TokenKind::value && value.text.find('*') != std::string_view::npos)
    fail_at(query, value.text, name + ": takes no wildcard",
            field.takes == Takes::prefix ? "It matches the beginning as it is: leave '*' out."
                                         : "For a value that holds a '*', use quotation marks.");
  if (field.op == Op::author && analyse(node.text, Folding::both).empty())
    fail_at(query, value.text, "author: needs a word");
}

}  // namespace

std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t most) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > 9) return {};
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (value > most) return {};
  return static_cast<std::uint32_t>(value);
}

Node read_filter_value(std::string_view query, const Token& prefix, const Token& value,
                       const Date& today) {
  const QueryField& field = *prefix.field;
  const std::string name = std::string(field.name) + ":";
  if (value.kind != TokenKind::value && value.kind != TokenKind::quoted)
    fail_at(query, value.text, name + " takes one value",
            "Write (" + name + "a OR " + name + "b); a value with blanks goes in quotation marks.");
  Node node;
  node.op = field.op;
  node.offset = offset_in(query, prefix.text);
  node.length =
      static_cast<std::size_t>(value.text.data() + value.text.size() - prefix.text.data());
  const std::string text =
      value.kind == TokenKind::quoted ? unescape(value.inner) : std::string(value.text);
  if (text.empty()) fail_at(query, value.text, name + " needs a value");
  if (field.takes == Takes::compare) {
    read_comparison(query, value.kind == TokenKind::quoted ? value.inner : value.text, node);
  } else if (field.takes == Takes::date) {
    DateTrouble trouble;
    auto range = parse_date_filter(text, today, trouble);
    if (!range) fail_at(query, value.text, trouble.message, trouble.suggestion);
    node.dates = *std::move(range);
  } else {
    node.text = text;
    check_value(query, field, value, node);
  }
  return node;
}

}  // namespace news
