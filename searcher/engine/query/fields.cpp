// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/fields.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/ascii.hpp"

namespace news {
namespace {

// Optimal string alignment: a swap of neighbours (`tilte`) is one slip, not two.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

const QueryField* find_field(std::string_view name) {
  const std::string lower = lower_case(name);
  if (lower.empty()) return nullptr;
  for (const auto& field : kFields) {
    if (field.name == lower) return &field;
    for (const auto alias : field.aliases)
      if (alias == lower) return &field;
  }
  return nullptr;
}

const QueryField* field_of(Op op) {
  for (const auto& field : kFields)
    if (field.op == op) return &field;
  return nullptr;
}

std::string_view nearest_field(std::string_view name) {
  const std::string lower = lower_case(name.substr(0, 32));
  std::string_view best;
  std::size_t least = 3;
  const auto consider = [&](std::string_view candidate) {
    if (candidate.empty()) return;
    const std::size_t distance = edit_distance(lower, candidate);
    if (distance < least && distance < candidate.size() && distance < lower.size()) {
      least = distance;
      best = candidate;
    }
  };
  for (const auto& field : kFields) {
    consider(field.name);
    for (const auto alias : field.aliases) consider(alias);
  }
  return best;
}

}  // namespace news
