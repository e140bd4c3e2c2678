// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/fields.hpp"

#include <string>

#include "common/text/ascii.hpp"
#include "common/text/edit_distance.hpp"

namespace news {

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
  std::uint32_t least = 3;
  const auto consider = [&](std::string_view candidate) {
    if (candidate.empty()) return;
    const auto distance = edit_distance<char>(lower, candidate, least);
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
