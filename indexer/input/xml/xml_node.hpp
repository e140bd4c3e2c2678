// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/ascii.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {

/// An element of a document, which must outlive it, or none: then all that is asked of it is empty.
/// Names are local and compared whatever their case.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(const xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }

  std::string_view name() const;
  bool is(std::string_view name) const;
  /// As spelt, with its prefix.
  std::string full_name() const;
  /// The namespace; for a prefix nobody declared, the prefix; "" for none.
  std::string_view space() const;

  /// The first element within, the next one beside it.
  XmlNode first() const;
  XmlNode next() const;
  XmlNode parent() const;
  /// The first child of that name.
  XmlNode child(std::string_view name) const;
  /// child() of child() …, names parted by '/'.
  XmlNode at(std::string_view path) const;
  std::vector<XmlNode> children(std::string_view name) const;
  /// The first descendant of that name, in the order of the document.
  XmlNode find(std::string_view name) const;
  std::vector<XmlNode> find_all(std::string_view name) const;

  /// All text within, as it stands.
  std::string raw_text() const;
  /// All text within on one line.
  std::string line() const { return one_line(raw_text()); }
  std::string attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  /// Calls `visit` with name and value of every attribute.
  void each_attribute(const std::function<void(std::string_view, std::string_view)>& visit) const;

  const xmlNode* get() const { return node_; }

 private:
  const xmlNode* node_ = nullptr;
};

/// A parsed document. Immutable: any number of threads may read it.
class XmlDocument {
 public:
  /// Parses `text`, which must be valid UTF-8, as mend_xml mends it. Never throws.
  explicit XmlDocument(std::string_view text);
  XmlNode root() const;
  /// Why there is no root().
  std::string_view problem() const { return problem_; }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
  std::string_view problem_;
};

/// What an element means for the flow of text, if not what block_of() says.
using BlockRule = std::function<Block(const XmlNode&)>;

/// Adds the text in an element to a flow.
void flow_text(const XmlNode& node, TextFlow& flow, const BlockRule& rule);
/// The text in an element as paragraphs.
std::string text_of(const XmlNode& node, const BlockRule& rule = {});

}  // namespace news
