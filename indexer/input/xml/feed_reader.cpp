// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <map>

#include "indexer/input/xml/xml_reader.hpp"
#include "indexer/text/ascii.hpp"
#include "indexer/text/html_text.hpp"

namespace news {
namespace {

using namespace std::string_view_literals;

struct Space {
  std::string_view uri;  ///< or how it begins
  std::string_view prefix;
};
// Namespaces by the prefix that everybody gives them; none for those of feeds themselves.
constexpr std::array<Space, 19> kSpaces = {{
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/rss/1.0/modules/dc/", "dc"},
    {"http://purl.org/rss/1.0/modules/", "module"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://purl.org/net/rss1.1", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://cyber.law.harvard.edu/rss", ""},
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns", ""},
    {"http://purl.org/dc/elements/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.itunes.com/", "itunes"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://rssnamespace.org/feedburner/", "feedburner"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
}};

struct Meaning {
  std::string_view name;
  Field field;
  unsigned rank;
};
// The lower rank wins. Links and sources are looked at more closely.
constexpr std::array<Meaning, 44> kMeanings = {{
    {"title", Field::title, 0},
    {"dc:title", Field::title, 1},
    {"media:title", Field::title, 2},
    {"itunes:title", Field::title, 3},
    {"content:encoded", Field::text, 0},
    {"encoded", Field::text, 0},
    {"content", Field::text, 1},
    {"xhtml:body", Field::text, 1},
    {"xhtml:div", Field::text, 1},
    {"body", Field::text, 1},
    {"fullitem", Field::text, 1},
    {"description", Field::text, 3},
    {"abstract", Field::text, 3},
    {"summary", Field::text, 3},
    {"dc:description", Field::text, 4},
    {"media:description", Field::text, 5},
    {"itunes:summary", Field::text, 6},
    {"published", Field::date, 0},
    {"pubdate", Field::date, 0},
    {"issued", Field::date, 1},
    {"dcterms:issued", Field::date, 2},
    {"dc:date", Field::date, 3},
    {"date", Field::date, 3},
    {"created", Field::date, 4},
    {"dcterms:created", Field::date, 4},
    {"updated", Field::date, 5},
    {"modified", Field::date, 5},
    {"dcterms:modified", Field::date, 6},
    {"author", Field::author, 0},
    {"dc:creator", Field::author, 1},
    {"dc:author", Field::author, 1},
    {"creator", Field::author, 1},
    {"itunes:author", Field::author, 2},
    {"id", Field::id, 0},
    {"guid", Field::id, 0},
    {"dc:identifier", Field::id, 1},
    {"dc:language", Field::language, 0},
    {"language", Field::language, 0},
    {"category", Field::section, 0},
    {"dc:subject", Field::section, 1},
    {"subject", Field::section, 1},
    {"feedburner:origlink", Field::url, 0},
    {"link", Field::url, 1},
    {"source", Field::source, 0},
}};

/// Lower case, with the usual prefix, whatever prefix the file has.
std::string usual_name(XmlNode node, std::string_view item_space) {
  const auto space = node.space();
  const auto local = lower_case(std::string(node.name()));
  if (space.empty() || space == item_space) return local;
  for (const auto& known : kSpaces)
    if (space.starts_with(known.uri))
      return known.prefix.empty() ? local : std::string(known.prefix) + ':' + local;
  return lower_case(node.full_name());
}

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
  ItemReader(XmlNode item, ArticleBuilder& builder) : builder_(builder), item_(item) {}

  void read() {
    for (XmlNode node = item_.first(); node; node = node.next()) element(node);
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
  void element(XmlNode node) {
    const auto name = usual_name(node, item_.space());
    const auto* const meaning =
        std::find_if(kMeanings.begin(), kMeanings.end(),
                     [&](const Meaning& known) { return known.name == name; });
    if (meaning == kMeanings.end()) return keep(node);
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

  void set(const Meaning& meaning, XmlNode node, std::string value) {
    put(builder_, meaning.field, meaning.rank, node.full_name(), std::move(value));
  }

  void text(const Meaning& meaning, XmlNode node) {
    std::string body = body_of(node);
    if (is_binary(node) || is_blank(body)) return keep(node, "src");
    if (body == text_) return;  // a summary that is the text once more
    if (builder_.wants({Field::text, meaning.rank})) text_ = body;
    set(meaning, node, std::move(body));
  }

  void author(const Meaning& meaning, XmlNode node) {
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

  void link(const Meaning& meaning, XmlNode node) {
    auto url = node.attribute("href");
    const auto rel = lower_case(node.attribute("rel"));
    if (url.empty()) url = node.line();
    if (rel.empty() || rel == "alternate") {
      if (builder_.wants({Field::url, meaning.rank})) return set(meaning, node, std::move(url));
    }
    extra_[rel.empty() ? "link" : "link-" + rel].push_back(std::move(url));
  }

  void id(const Meaning& meaning, XmlNode node) {
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
    ItemReader(record, builder).read();
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
  for (const auto sign : {"purl.org/rss"sv, "purl.org/net/rss"sv, "netscape.com/rdf"sv})
    if (head.text.find(sign) != head.text.npos) return true;
  return false;
}

FileReader open_feed(Window& window, const FileContext& file) {
  return open_elements<FeedParser>(window, file, {{"item", "entry"}, "a feed without items"});
}

}  // namespace

const Format kFeedFormat = {"rss", "rss atom", is_feed, open_feed};

}  // namespace news
