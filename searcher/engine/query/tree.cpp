// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/tree.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace news {

Node make_leaf(std::string_view query, Op op, std::string_view part) {
  Node node;
  node.op = op;
  node.offset = offset_in(query, part);
  node.length = part.size();
  return node;
}

void reach_back(Node& node, std::size_t offset) {
  node.length += node.offset - offset;
  node.offset = offset;
}

Tree join(Op op, std::vector<Tree> parts, std::uint32_t n) {
  Tree out;
  out.node.op = op;
  out.node.n = n;
  const Node& last = parts.back().node;
  out.node.offset = parts.front().node.offset;
  out.node.length = last.offset + last.length - out.node.offset;
  for (auto& part : parts) {
    const bool flatten = part.node.op == op && (op == Op::and_ || op == Op::or_);
    out.height = std::max(out.height, part.height + (flatten ? 0 : 1));
    if (!flatten)
      out.node.children.push_back(std::move(part.node));
    else
      std::move(part.node.children.begin(), part.node.children.end(),
                std::back_inserter(out.node.children));
  }
  return out;
}

}  // namespace news
