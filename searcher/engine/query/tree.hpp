// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/engine/query/ast.hpp"

// What the parsers of all query languages build their nodes with. Parts are views into `query`.

namespace news {

/// A subtree and how deep it is, so that long chains of operators (`a NEAR b NEAR …`) cannot
/// exhaust the stack of whoever walks the tree.
struct Tree {
  Node node;
  unsigned height = 1;
};

/// Where `part` begins, in bytes.
inline std::size_t offset_in(std::string_view query, std::string_view part) {
  return static_cast<std::size_t>(part.data() - query.data());
}

/// A node without children, at the place of `part`.
Node make_leaf(std::string_view query, Op op, std::string_view part);

/// Lets the node begin at `offset`, which is not after its own; it ends where it did.
void reach_back(Node& node, std::size_t offset);

/// A node over `parts`, at least one; and_ and or_ take in children of their own kind. Its height
/// may be above kMaxDepth: the caller refuses that, at the place that it can name.
Tree join(Op op, std::vector<Tree> parts, std::uint32_t n);

}  // namespace news
