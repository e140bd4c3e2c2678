// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "common/text/ascii.hpp"
#include "indexer/input/xml/feed_names.hpp"
#include "indexer/input/xml/xml_reader.hpp"
#include "indexer/text/html_text.hpp"

namespace news {
namespace {

using namespace std::string_view_literals;

bool has_elements(XmlNode node) {
  return static_cast<bool>(node.first());
}

/// Whether an element says that what is in it is no text.
bool is_binary(XmlNode node) {
  const auto type = lower_case(node.attribute("type"));
  if (lower_case(node.attribute("mode")) == "base64") return true;
  return type.find('/') != type.npos && !type.starts_with("text/") &&
         type.find("xml") == type.npos && type.find("html") == type.npos;
}

std::string body_of(XmlNode node) {
  if (is_binary(node)) return {};
  return has_elements(node) ? text_of(node) : maybe_html_to_text(node.raw_text());
}

std::string title_of(XmlNode node) {
  if (has_elements(node)) return one_line(text_of(node));
  if (node.attribute("type") == "text") return node.line();
  return one_line(maybe_html_to_text(node.raw_text()));
}

/// "name@example.com (Jane Doe)" and "Jane Doe <name@example.com>" as Jane Doe.
std::string person(std::string text) {
  const auto open = text.find('(');
  const auto close = text.rfind(')');
  const auto at = text.find('@');
  if (at < open && close != text.npos && open + 1 < close)
    return one_line(text.substr(open + 1, close - open - 1));
  const auto angle = text.find('<');
  if (angle != text.npos && angle > 0 && at > angle) text.resize(angle);
  return one_line(text);
}

class ItemReader {
 public:
  ItemReader(XmlNode item, const FieldMap& fields, ArticleBuilder& builder)
      : builder_(builder), item_(item), fields_(fields) {}

  void read() {
    // What the user maps is set first, and nothing here is better.
    for (XmlNode node = item_.first(); node; node = node.next())
      if (const auto field = mapped(node))
        put(builder_, *field, 0, node.full_name(), body_of(node));
    for (XmlNode node = item_.first(); node; node = node.next())
      if (!mapped(node)) element(node);
    if (!authors_.empty()) put_authors(builder_, 0, authors_);
    if (!sections_.empty()) put(builder_, Field::section, 0, "category", sections_.front());
    if (sections_.size() > 1) put_extra(builder_, "categories", sections_);
    put(builder_, Field::language, 1, "lang", item_.attribute("lang"));
    const auto about = item_.attribute("about");
    if (builder_.wants({Field::url, 4})) put(builder_, Field::url, 4, "about", about);
    if (builder_.wants({Field::id, 4})) put(builder_, Field::id, 4, "about", about);
    if (builder_.wants({Field::url, 5}))  // CDF
      put(builder_, Field::url, 5, "href", item_.attribute("href"));
    put(builder_, Field::date, 7, "lastmod", item_.attribute("lastmod"));
    for (const auto& [name, values] : extra_) {
      if (values.size() == 1)
        put_extra(builder_, name, values.front());
      else
        put_extra(builder_, name, values);
    }
  }

 private:
  std::optional<Field> mapped(XmlNode node) const {
    const auto match = fields_.find(node.full_name());
    return match && match->rank == 0 ? std::optional(match->field) : std::nullopt;
  }

  void element(XmlNode node) {
    const auto* const meaning = meaning_of(node, item_.space());
    if (meaning == nullptr) return keep(node);
    switch (meaning->field) {
      case Field::title:
        return set(*meaning, node, title_of(node));
      case Field::text:
        return text(*meaning, node);
      case Field::author:
        return author(*meaning, node);
      case Field::section:
        return section(node);
      case Field::url:
        return link(*meaning, node);
      case Field::id:
        return id(*meaning, node);
      case Field::source:
        return source(node);
      default:
        return set(*meaning, node, node.line());
    }
  }

  void set(const FeedMeaning& meaning, XmlNode node, std::string value) {
    put(builder_, meaning.field, meaning.rank, node.full_name(), std::move(value));
  }

  void text(const FeedMeaning& meaning, XmlNode node) {
    std::string body = body_of(node);
    if (is_binary(node) || is_blank(body)) return keep(node, "src");
    if (body == text_) return;  // a summary that is the text once more
    if (builder_.wants({Field::text, meaning.rank})) text_ = body;
    set(meaning, node, std::move(body));
  }

  void author(const FeedMeaning& meaning, XmlNode node) {
    const auto name = node.child("name");
    auto found = person(name ? name.line() : has_elements(node) ? std::string() : node.line());
    if (found.empty()) found = node.child("email").line();
    if (meaning.rank < author_rank_) {
      author_rank_ = meaning.rank;
      authors_.clear();
    }
    if (meaning.rank == author_rank_) add_once(authors_, std::move(found));
  }

  void section(XmlNode node) {
    auto name = node.attribute("label");
    if (name.empty()) name = node.line();
    if (name.empty()) name = node.attribute("term");
    add_once(sections_, one_line(maybe_html_to_text(name)));
  }

  void link(const FeedMeaning& meaning, XmlNode node) {
    auto url = node.attribute("href");
    const auto rel = lower_case(node.attribute("rel"));
    if (url.empty()) url = node.line();
    if (rel.empty() || rel == "alternate") {
      if (builder_.wants({Field::url, meaning.rank})) return set(meaning, node, std::move(url));
    }
    extra_[rel.empty() ? "link" : "link-" + rel].push_back(std::move(url));
  }

  void id(const FeedMeaning& meaning, XmlNode node) {
    auto value = node.line();
    const bool address = value.starts_with("http://") || value.starts_with("https://");
    const bool permanent = lower_case(node.attribute("ispermalink")) != "false";
    if (node.is("guid") && address && permanent && builder_.wants({Field::url, 3}))
      builder_.set({Field::url, 3}, {}, {value, {}});
    set(meaning, node, std::move(value));
  }

  void source(XmlNode node) {
    const auto title = node.child("title");
    put(builder_, Field::source, 0, "source", title ? title_of(title) : node.line());
    if (node.has_attribute("url")) extra_["source-url"].push_back(node.attribute("url"));
  }

  void keep(XmlNode node, std::string_view attribute = "url") {
    auto value = node.line();
    for (const auto key : {attribute, "href"sv, "resource"sv, "term"sv})
      if (value.empty()) value = node.attribute(key);
    if (!value.empty()) extra_[node.full_name()].push_back(std::move(value));
  }

  ArticleBuilder& builder_;
  const XmlNode item_;
  const FieldMap& fields_;
  std::string text_;
  std::vector<std::string> authors_, sections_;
  unsigned author_rank_ = ~0u;
  std::map<std::string, std::vector<std::string>> extra_;
};

/// Items of RSS 0.9x, 1.0 and 2.0 and of CDF, entries of Atom 0.3 and 1.0.
class FeedParser : public XmlParser {
 public:
  using XmlParser::XmlParser;

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    ItemReader(record, context().fields, builder).read();
    const XmlNode root = context().before.root();
    const XmlNode channel = root.child("channel") ? root.child("channel") : root;
    const auto fallback = [&](Field field, std::string_view name, std::string value) {
      if (builder.wants({field, 9})) put(builder, field, 9, name, std::move(value));
    };
    if (const auto title = channel.child("title")) fallback(Field::source, "feed", title_of(title));
    fallback(Field::language, "language", channel.child("language").line());
    fallback(Field::language, "language", root.attribute("lang"));
    return std::nullopt;
  }
};

bool is_feed(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  const auto root = lower_case(head.root);
  if (root == "rss" || root == "feed" || root == "channel") return true;
  if (root == "entry") return head.space.find("tom") != head.space.npos;
  if (root != "rdf") return false;
  const auto names = {"purl.org/rss"sv, "purl.org/net/rss"sv, "netscape.com/rdf"sv};
  return std::any_of(names.begin(), names.end(),
                     [&](auto name) { return head.text.find(name) != head.text.npos; });
}

FileReader open_feed(Window& window, const FileContext& file) {
  return open_elements<FeedParser>(window, file, {{"item", "entry"}, "a feed without items"});
}

}  // namespace

const Format kFeedFormat = {"rss", "rss atom", is_feed, open_feed};

}  // namespace news
