// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_tree.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "common/error.hpp"
#include "common/text/ascii.hpp"
#include "indexer/extract/blanks.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxDepth = 512;        // nodes below nodes, as browsers have it
constexpr std::size_t kMaxOpen = 4000;        // beyond this it is no page; the parser's time grows
constexpr std::size_t kMaxNodes = 1'000'000;  // a page has some thousands; for the memory
constexpr std::size_t kMaxAttributes = 1000;  // of an element; the parser compares each with each

std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

struct AttributeName {
  std::string_view name;
  Attribute attribute;
};
constexpr std::array<AttributeName, 18> kAttributeNames = {{{"class", Attribute::class_},
                                                            {"id", Attribute::id},
                                                            {"href", Attribute::href},
                                                            {"style", Attribute::style},
                                                            {"role", Attribute::role},
                                                            {"hidden", Attribute::hidden},
                                                            {"aria-hidden", Attribute::aria_hidden},
                                                            {"itemprop", Attribute::itemprop},
                                                            {"itemtype", Attribute::itemtype},
                                                            {"rel", Attribute::rel},
                                                            {"name", Attribute::name},
                                                            {"property", Attribute::property},
                                                            {"content", Attribute::content},
                                                            {"datetime", Attribute::datetime},
                                                            {"type", Attribute::type},
                                                            {"lang", Attribute::lang},
                                                            {"title", Attribute::title},
                                                            {"http-equiv", Attribute::http_equiv}}};

std::optional<Attribute> attribute_of(std::string_view name) {
  for (const auto& known : kAttributeNames)
    if (known.name == name) return known.attribute;
  return std::nullopt;
}

/// The end of the start tag at `at`; npos if it has more attributes than the parser, which compares
/// each with each, can take in reasonable time.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  std::size_t parts = 0;
  char quote = 0, last = 0;  // the last that is no blank
  for (++at; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>' || c == '<') break;
    if ((c == '"' || c == '\'') && last == '=') quote = c;
    const bool begins = (is_white(html[at - 1]) || html[at - 1] == '/') && !is_white(c) && c != '=';
    if (begins && ++parts > kMaxAttributes) return html.npos;
    if (!is_white(c)) last = c;
  }
  return at;
}

bool has_endless_tag(std::string_view html) {
  for (std::size_t at = 0; (at = html.find('<', at)) != html.npos;) {
    const auto begin = at;
    if (++at >= html.size() || !is_letter(html[at])) continue;
    at = end_of_tag(html, begin);
    if (at == html.npos) return true;
    for (const std::string_view code : {"script", "style"}) {
      if (!equal_names(html.substr(begin + 1, code.size()), code)) continue;
      while ((at = html.find("</", at)) != html.npos &&
             !equal_names(html.substr(at + 2, code.size()), code))
        ++at;
      if (at == html.npos) return false;
    }
  }
  return false;
}

}  // namespace

/// Takes the parser's events. Exceptions must not pass through the parser, which is C.
class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(HtmlTree& tree) : tree_(tree) {
    tree_.nodes_.push_back({Element::html, 0, kNoNode, 0, 0, 0});
    open_.push_back({Element::html, 0});
  }

  void parse(std::string_view html) {
    htmlSAXHandler events{};
    events.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      guarded(self, [&](HtmlTreeBuilder& b) { b.start(view(name), attributes); });
    };
    events.endElement = [](void* self, const xmlChar* name) {
      guarded(self, [&](HtmlTreeBuilder& b) { b.end(element_of(view(name))); });
    };
    events.characters = [](void* self, const xmlChar* text, int length) {
      guarded(self, [&](HtmlTreeBuilder& b) {
        b.characters(view(text).substr(0, static_cast<std::size_t>(length)));
      });
    };
    events.cdataBlock = events.characters;
    events.ignorableWhitespace = events.characters;
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> context(
        htmlCreatePushParserCtxt(&events, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        htmlFreeParserCtxt);
    if (!context) throw std::bad_alloc();
    context_ = context.get();
    htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    htmlParseChunk(context_, html.data(), static_cast<int>(html.size()), 0);
    htmlParseChunk(context_, nullptr, 0, 1);
    if (failed_) throw std::bad_alloc();
    if (!refusal_.empty()) throw Error(ErrorCode::rejected, refusal_);
    while (!open_.empty()) close();
  }

 private:
  struct Open {
    Element tag;
    NodeId node;
  };

  template <typename Action>
  static void guarded(void* self, Action action) {
    auto& builder = *static_cast<HtmlTreeBuilder*>(self);
    if (builder.failed_ || !builder.refusal_.empty()) return;
    try {
      action(builder);
    } catch (const std::bad_alloc&) {
      builder.failed_ = true;
      xmlStopParser(builder.context_);
    }
  }

  void start(std::string_view name, const xmlChar** attributes) {
    const Element tag = element_of(name);
    if (tag == Element::html) return add_attributes(0, attributes);  // the root is there already
    if (open_.size() > kMaxOpen)
      return refuse("tags nested more than " + std::to_string(kMaxOpen) + " deep");
    if (tree_.size() > kMaxNodes)
      return refuse("more than " + std::to_string(kMaxNodes) + " elements and texts");
    const auto node = add(tag);
    add_attributes(node, attributes);
    open_.push_back({tag, node});
  }

  void refuse(std::string why) {
    refusal_ = std::move(why);
    xmlStopParser(context_);
  }

  void end(Element tag) {
    if (tag == Element::html) return;
    auto at = open_.size() - 1;
    while (at > 0 && open_[at].tag != tag) --at;
    if (at == 0) return;
    while (open_.size() > at) close();
  }

  void close() {
    tree_.nodes_[open_.back().node].end = tree_.size();
    open_.pop_back();
    text_end_ = 0;
  }

  NodeId add(Element tag) {
    const Open& parent = open_[std::min(open_.size(), kMaxDepth) - 1];
    // Nodes that are too deep are siblings; what was open there has ended.
    for (auto at = kMaxDepth; at < open_.size(); ++at)
      tree_.nodes_[open_[at].node].end = tree_.size();
    const auto depth = static_cast<std::uint16_t>(tree_.nodes_[parent.node].depth + 1);
    tree_.nodes_.push_back({tag, depth, parent.node, tree_.size() + 1, 0, 0});
    return tree_.size() - 1;
  }

  std::uint32_t keep(std::string_view bytes) {
    const auto at = static_cast<std::uint32_t>(tree_.bytes_.size());
    tree_.bytes_ += bytes;
    return at;
  }

  void add_attributes(NodeId id, const xmlChar** attributes) {
    if (attributes == nullptr || tree_.nodes_[id].length > 0) return;
    const auto first = static_cast<std::uint32_t>(tree_.values_.size());
    for (; *attributes != nullptr; attributes += 2) {
      const auto name = attribute_of(view(attributes[0]));
      if (!name) continue;
      const auto value = attributes[1] != nullptr ? view(attributes[1]) : std::string_view();
      tree_.values_.push_back({*name, keep(value), static_cast<std::uint32_t>(value.size())});
    }
    tree_.nodes_[id].first = first;
    tree_.nodes_[id].length = static_cast<std::uint32_t>(tree_.values_.size()) - first;
  }

  void characters(std::string_view text) {
    auto& last = tree_.nodes_.back();
    if (last.tag == Element::text && tree_.nodes_.size() == text_end_) {
      tree_.bytes_ += text;
      last.length += static_cast<std::uint32_t>(text.size());
      return;
    }
    const auto node = add(Element::text);
    tree_.nodes_[node].first = keep(text);
    tree_.nodes_[node].length = static_cast<std::uint32_t>(text.size());
    text_end_ = tree_.nodes_.size();
  }

  HtmlTree& tree_;
  std::vector<Open> open_;
  htmlParserCtxtPtr context_ = nullptr;
  std::size_t text_end_ = 0;  ///< nodes when the last text was added; it may go on
  bool failed_ = false;
  std::string refusal_;  ///< why this is no page
};

HtmlTree::HtmlTree(std::string_view html) {
  if (has_endless_tag(html))
    throw Error(ErrorCode::rejected,
                "an element of more than " + std::to_string(kMaxAttributes) + " attributes");
  HtmlTreeBuilder(*this).parse(html);
}

std::string_view HtmlTree::attribute(NodeId id, Attribute name) const {
  const Node& node = nodes_[id];
  if (node.tag == Element::text) return {};
  for (std::uint32_t i = node.first; i < node.first + node.length; ++i)
    if (values_[i].name == name)
      return std::string_view(bytes_).substr(values_[i].first, values_[i].length);
  return {};
}

bool HtmlTree::has(NodeId id, Attribute name) const {
  const Node& node = nodes_[id];
  if (node.tag == Element::text) return false;
  return std::any_of(values_.begin() + node.first, values_.begin() + node.first + node.length,
                     [&](const Value& value) { return value.name == name; });
}

std::string HtmlTree::line(NodeId id, std::size_t most) const {
  std::string out;
  for (NodeId i = id; i < nodes_[id].end && out.size() < most;) {
    if (nodes_[i].tag == Element::script || nodes_[i].tag == Element::ignored) {
      i = nodes_[i].end;
      continue;
    }
    const bool apart = nodes_[i].tag == Element::br || is_block(nodes_[i].tag);
    if (apart && !out.empty() && out.back() != ' ') out += ' ';
    if (nodes_[i].tag == Element::text) {
      const auto words = text(i);
      for (std::size_t at = 0; at < words.size();) {
        const auto blank = blank_length(words, at);
        if (blank == 0)
          out += words[at];
        else if (!out.empty() && out.back() != ' ')
          out += ' ';
        at += std::max<std::size_t>(blank, 1);
      }
    }
    ++i;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace news
