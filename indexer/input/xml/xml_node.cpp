// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_node.hpp"

#include <libxml/parser.h>

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/input/xml/mend.hpp"

namespace news {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// A prefix that nobody declared is part of the name for libxml2.
std::string_view local(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

const xmlNode* element_from(const xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

std::string_view value_of(const xmlAttr* attribute) {
  return attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

void append_text(const xmlNode* node, std::string& out) {
  for (; node != nullptr; node = node->next) {
    if (is_text(node))
      out += view(node->content);
    else if (node->type == XML_ELEMENT_NODE)
      append_text(node->children, out);
  }
}

void collect(XmlNode node, std::string_view name, std::size_t most, std::vector<XmlNode>& out) {
  for (XmlNode child = node.first(); child && out.size() < most; child = child.next()) {
    if (child.is(name)) out.push_back(child);
    collect(child, name, most, out);
  }
}

}  // namespace

std::string_view XmlNode::name() const {
  return node_ == nullptr ? std::string_view() : local(view(node_->name));
}

bool XmlNode::is(std::string_view name_wanted) const {
  return node_ != nullptr && equal_names(name(), name_wanted);
}

std::string XmlNode::full_name() const {
  if (node_ == nullptr) return {};
  const auto prefix = node_->ns == nullptr ? std::string_view() : view(node_->ns->prefix);
  std::string full(prefix);
  if (!prefix.empty()) full += ':';
  return full.append(view(node_->name));
}

std::string_view XmlNode::space() const {
  if (node_ == nullptr) return {};
  if (node_->ns != nullptr) return view(node_->ns->href);
  const auto full = view(node_->name);
  return full.substr(0, full.size() - std::min(full.size(), name().size() + 1));
}

XmlNode XmlNode::first() const {
  return XmlNode(node_ == nullptr ? nullptr : element_from(node_->children));
}

XmlNode XmlNode::next() const {
  return XmlNode(node_ == nullptr ? nullptr : element_from(node_->next));
}

XmlNode XmlNode::parent() const {
  const bool element =
      node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
  return XmlNode(element ? node_->parent : nullptr);
}

XmlNode XmlNode::child(std::string_view name) const {
  XmlNode node = first();
  while (node && !node.is(name)) node = node.next();
  return node;
}

XmlNode XmlNode::at(std::string_view path) const {
  XmlNode node = *this;
  for (;;) {
    const auto slash = path.find('/');
    node = node.child(path.substr(0, slash));
    if (slash == path.npos) return node;
    path.remove_prefix(slash + 1);
  }
}

std::vector<XmlNode> XmlNode::children(std::string_view name) const {
  std::vector<XmlNode> list;
  for (XmlNode node = first(); node; node = node.next())
    if (node.is(name)) list.push_back(node);
  return list;
}

XmlNode XmlNode::find(std::string_view name) const {
  std::vector<XmlNode> found;
  collect(*this, name, 1, found);
  return found.empty() ? XmlNode() : found.front();
}

std::vector<XmlNode> XmlNode::find_all(std::string_view name) const {
  std::vector<XmlNode> found;
  collect(*this, name, ~std::size_t{}, found);
  return found;
}

std::string XmlNode::raw_text() const {
  std::string out;
  if (node_ != nullptr) append_text(node_->children, out);
  return out;
}

void XmlNode::each_attribute(
    const std::function<void(std::string_view, std::string_view)>& visit) const {
  if (node_ == nullptr) return;
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr;
       attribute = attribute->next)
    visit(local(view(attribute->name)), value_of(attribute));
}

std::string XmlNode::attribute(std::string_view name) const {
  std::string found;
  each_attribute([&](std::string_view key, std::string_view value) {
    if (found.empty() && equal_names(key, name)) found = value;
  });
  return found;
}

bool XmlNode::has_attribute(std::string_view name) const {
  bool found = false;
  each_attribute([&](std::string_view key, std::string_view) { found |= equal_names(key, name); });
  return found;
}

XmlDocument::XmlDocument(std::string_view text) {
  const MendedXml mended = mend_xml(text);
  problem_ = mended.problem;
  if (!problem_.empty()) return;
  struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
  };
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  // HUGE lifts limits that mend_xml and the length of a record set; there are no entities to
  // expand.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_HUGE;
  if (!context) return;
  context->sax->serror = [](void*, auto) {};  // or some mistakes are printed
  document_.reset(xmlCtxtReadMemory(context.get(), mended.xml.data(),
                                    static_cast<int>(mended.xml.size()), nullptr, "UTF-8",
                                    kOptions));
  if (!root()) problem_ = "no element";
}

XmlNode XmlDocument::root() const {
  return XmlNode(document_ ? xmlDocGetRootElement(document_.get()) : nullptr);
}

void flow_text(const XmlNode& node, TextFlow& flow, const BlockRule& rule) {
  if (!node) return;
  for (const xmlNode* child = node.get()->children; child != nullptr; child = child->next) {
    if (is_text(child)) {
      flow.add(view(child->content));
      continue;
    }
    if (child->type != XML_ELEMENT_NODE) continue;
    const XmlNode element(child);
    const Block block = rule ? rule(element) : block_of(element.name());
    begin_block(flow, block);
    if (block != Block::dropped) flow_text(element, flow, rule);
    end_block(flow, block);
  }
}

std::string text_of(const XmlNode& node, const BlockRule& rule) {
  TextFlow flow;
  flow_text(node, flow, rule);
  return flow.take();
}

}  // namespace news
