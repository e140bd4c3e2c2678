// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/completion/complete_term.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"
#include "searcher/engine/query/fields.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {
namespace {

/// Where the last term begins: after blanks, brackets and signs that are not within quotes.
std::size_t last_term(std::string_view query) {
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < query.size(); ++i) {
    if (quoted && query[i] == '\\' && i + 1 < query.size())
      ++i;
    else if (query[i] == '"')
      quoted = !quoted;
    else if (!quoted && (query[i] == ' ' || query[i] == '(' || (query[i] == '-' && i == begin)))
      begin = i + 1;
  }
  return begin;
}

std::vector<Completion> complete_field(const std::string& before, std::string_view term) {
  std::vector<Completion> out;
  if (term.starts_with('"')) return out;
  for (const auto& field : kFields)
    if (field.name.starts_with(lower_case(term)))
      out.push_back({before + std::string(field.name) + (field.op == Op::first ? "/" : ":"),
                     std::string(field.help)});
  return out;
}

std::set<std::string> values_of(std::span<Segment* const> segments, Column column,
                                std::string_view begin) {
  const std::string wanted = fold_value(begin);
  std::set<std::string> out;
  for (Segment* const segment : segments)
    segment->values(column).scan(0, [&](std::uint32_t, std::string_view value) {
      if (!fold_value(value).starts_with(wanted)) return true;
      out.emplace(value);
      if (out.size() > kMaxCompletions) out.erase(std::prev(out.end()));
      return true;
    });
  return out;
}

std::string written(Op op, const std::string& value) {
  Node node;
  node.op = op;
  node.text = value;
  const std::string term = to_string(node);
  return term.substr(term.find(':') + 1);
}

}  // namespace

std::vector<Completion> complete_term(std::span<Segment* const> segments, std::string_view query) {
  const std::size_t begin = last_term(query);
  const std::string before(query.substr(0, begin));
  const std::string_view term = query.substr(begin);
  const auto colon = term.find(':');
  if (colon == term.npos) return complete_field(before, term);
  const QueryField* field = find_field(term.substr(0, colon));
  if (!field) return {};
  const auto column = std::find_if(kColumns.begin(), kColumns.end(), [&](const ColumnInfo& info) {
    return info.field == field->name;
  });
  if (column == kColumns.end()) return {};
  std::string_view value = term.substr(colon + 1);
  if (value.starts_with('"')) value.remove_prefix(1);
  std::vector<Completion> out;
  for (const auto& v : values_of(segments, column->column, value))
    out.push_back({before + std::string(term.substr(0, colon + 1)) + written(field->op, v), {}});
  return out;
}

std::vector<Completion> complete_query(const std::string& archive, std::string_view query) {
  std::optional<Archives> archives;
  if (query.find(':') != query.npos) {
    try {
      archives.emplace(std::span(&archive, 1));
    } catch (const Error&) {
      return {};
    }
  }
  return complete_term(archives ? archives->segments() : std::span<Segment* const>(), query);
}

}  // namespace news
