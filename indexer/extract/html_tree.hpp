// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/element.hpp"

namespace news {

/// Attributes that extraction looks at.
enum class Attribute : std::uint8_t {
  class_,
  id,
  role,
  style,
  hidden,
  aria_hidden,
  itemprop,
  itemtype,
  rel,
  href,  // NOLINT
  name,
  property,
  content,
  datetime,
  type,
  lang,
  title,
  http_equiv,  // NOLINT
};

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

/// A parsed page: its nodes in document order in one array, so that a subtree is a stretch of it.
/// Node 0 is the root. Views live as long as the tree. Reading it is thread-safe.
class HtmlTree {
 public:
  struct Node {
    Element tag = Element::text;
    std::uint16_t depth = 0;
    NodeId parent = kNoNode;
    NodeId end = 0;            ///< one after the last node of the subtree
    std::uint32_t first = 0;   ///< of an element's attributes, or of a text's bytes
    std::uint32_t length = 0;  ///< how many of them
  };

  /// `html`: valid UTF-8, 1 GiB at most. Never fails for want of form; throws
  /// Error(ErrorCode::rejected) for a page large, nested or attributed beyond reason, and
  /// std::bad_alloc. O(bytes × depth) at worst.
  explicit HtmlTree(std::string_view html);

  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  /// A text node's characters, references decoded.
  std::string_view text(NodeId id) const {
    return std::string_view(bytes_).substr(nodes_[id].first, nodes_[id].length);
  }
  /// An attribute's value, "" if absent or empty.
  std::string_view attribute(NodeId id, Attribute name) const;
  bool has(NodeId id, Attribute name) const;
  /// All text below a node with white space made single blanks; `most` bytes or a little more.
  std::string line(NodeId id, std::size_t most = 4096) const;

 private:
  friend class HtmlTreeBuilder;
  struct Value {
    Attribute name;
    std::uint32_t first, length;
  };
  std::vector<Node> nodes_;
  std::vector<Value> values_;
  std::string bytes_;
};

}  // namespace news
