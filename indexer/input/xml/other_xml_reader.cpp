// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/format.hpp"
#include "indexer/input/xml/xml_head.hpp"
#include "indexer/input/xml/xml_node.hpp"

namespace news {
namespace {

/// XML for certain: it says so, or its first element has a namespace.
bool is_other_xml(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  return head.declared || !head.space.empty();
}

FileReader open_other(Window& window, const FileContext&) {
  const XmlHead head = read_xml_head(window.view());
  if (head.root.empty()) throw not_an_article("XML without an element");
  throw not_an_article("XML of another kind: <" + head.root + ">");
}

}  // namespace

const Format kXmlFormat = {"xml", "xml", is_other_xml, open_other};

}  // namespace news
