// SPDX-License-Identifier: GPL-2.0-or-later
// Where in one field an expression with positions occurs.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "query.hpp"

namespace oracle {

struct Span {
  uint32_t begin = 0;  // position of the first word
  uint32_t end = 0;    // one past the last word
  auto operator<=>(const Span&) const = default;
};

// A field, or its first words.
struct View {
  std::span<const uint32_t> words;
  std::span<const uint32_t> sentences;  // as in Article; none for a title
  std::span<const uint32_t> paragraphs;
  uint32_t language = 0;
};

// Every span, ascending, each once. The node must have positions.
std::vector<Span> spansOf(const Node& node, const View& view);

// The same as spansOf() not being empty, sooner.
bool occurs(const Node& node, const View& view);

}  // namespace oracle
