// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/timeline/filters.hpp"

#include <algorithm>

namespace news {

bool asks_fields_only(const Node& query) {
  if (is_filter(query.op) || query.op == Op::all) return true;
  if (query.op != Op::and_ && query.op != Op::or_ && query.op != Op::not_) return false;
  return std::all_of(query.children.begin(), query.children.end(), asks_fields_only);
}

Node filters_of(const Node& query) {
  if (asks_fields_only(query)) return query;
  Node out;
  if (query.op != Op::and_) return out;
  for (const Node& child : query.children)
    if (asks_fields_only(child)) out.children.push_back(child);
  if (out.children.size() == 1) return Node(out.children.front());
  if (!out.children.empty()) out.op = Op::and_;
  return out;
}

}  // namespace news
