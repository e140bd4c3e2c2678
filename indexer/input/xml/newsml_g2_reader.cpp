// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "indexer/input/xml/element_scanner.hpp"
#include "indexer/input/xml/newsml_g2_rules.hpp"
#include "indexer/input/xml/nitf.hpp"
#include "indexer/text/byline.hpp"
#include "indexer/text/html_text.hpp"

namespace news {
namespace {

constexpr unsigned kWorse = 10;  // ranks of what the content says of itself

/// "nprov:AcmeNews" as AcmeNews.
std::string code_of(XmlNode node) {
  const auto code = node.attribute("qcode");
  return code.substr(code.find(':') + 1);
}

std::vector<std::string> names_of(XmlNode parent, std::string_view element) {
  std::vector<std::string> names;
  for (const XmlNode node : parent.children(element)) {
    if (const auto name = node.child("name"))
      add_once(names, name.line());
    else if (!node.first())
      add_once(names, node.line());
  }
  return names;
}

/// The text of one part of the content, with what NITF says besides.
std::string content_text(XmlNode part, ArticleBuilder& builder) {
  const auto type = part.attribute("contenttype");
  if (part.is("inlineData")) {
    if (!part.attribute("encoding").empty() || (!type.empty() && !type.starts_with("text/")))
      return {};
    return type.starts_with("text/html") ? html_to_text(part.raw_text())
                                         : maybe_html_to_text(part.raw_text());
  }
  if (!part.is("inlineXML")) return {};
  if (const auto nitf = part.child("nitf")) {
    read_nitf(nitf, builder, kWorse);
    return {};
  }
  if (const auto html = part.child("html")) {
    put(builder, Field::title, kWorse, "html-title", html.at("head/title").line());
    return story_text(html.child("body"));
  }
  for (const std::string_view name : {"body", "div", "section", "article", "p"})
    if (part.child(name)) return story_text(part);
  return {};
}

class NewsItemReader {
 public:
  NewsItemReader(XmlNode item, ArticleBuilder& builder)
      : builder_(builder),
        item_(item),
        meta_(item.child("itemMeta")),
        content_(item.child("contentMeta")) {}

  std::optional<Rejection> read() {
    // What the item says of itself comes first, and is better than what its content does.
    const auto headline = content_.child("headline").line();
    put(builder_, Field::title, 0, "headline", headline);
    dates();
    people();
    labels();
    description();
    const bool text = content();
    const auto kind = code_of(meta_.child("itemClass"));
    if (!text && only_remote())
      return no_article("a newsItem whose content is elsewhere (" + kind + ")");
    const bool prose = kind.empty() || kind == "text" || kind == "composite";
    if (!text && (headline.empty() || !prose))
      return no_article("a newsItem without text (" + kind + ")");
    if (builder_.wants({Field::title, 20}))
      put(builder_, Field::title, 20, "title", meta_.child("title").line());
    return std::nullopt;
  }

 private:
  bool only_remote() const {
    const auto set = item_.child("contentSet");
    bool remote = false;
    for (XmlNode part = set.first(); part; part = part.next()) {
      if (!part.is("remoteContent")) return false;
      remote = true;
    }
    return remote;
  }

  /// The parts of a set are renditions of one content: the first with text is taken.
  bool content() {
    for (XmlNode part = item_.child("contentSet").first(); part; part = part.next()) {
      put(builder_, Field::text, 0, "text", content_text(part, builder_));
      if (!builder_.wants({Field::text, kWorse})) return true;
    }
    return false;
  }

  void description() {
    for (const XmlNode node : content_.children("description"))
      put(builder_, Field::text, kWorse + 1, "description", node.line());
  }

  void dates() {
    put(builder_, Field::date, 0, "contentCreated", content_.child("contentCreated").line());
    put(builder_, Field::date, 1, "firstCreated", meta_.child("firstCreated").line());
    put(builder_, Field::date, 2, "versionCreated", meta_.child("versionCreated").line());
    put_extra(builder_, "contentModified", content_.child("contentModified").line());
  }

  void people() {
    put_authors(builder_, 0, names_in_byline(content_.child("by").line()));
    put_authors(builder_, 1, names_of(content_, "creator"));
    put_extra(builder_, "contributors", names_of(content_, "contributor"));
  }

  void labels() {
    const auto given = [&](Field field, std::string_view name, std::string value) {
      if (builder_.wants({field, 0})) put(builder_, field, 0, name, std::move(value));
    };
    const auto provider = meta_.child("provider");
    given(Field::id, "guid", item_.attribute("guid"));
    given(Field::source, "provider", provider.child("name").line());
    given(Field::source, "provider", provider.attribute("literal"));
    given(Field::source, "provider", code_of(provider));
    given(Field::source, "copyrightHolder", item_.at("rightsInfo/copyrightHolder/name").line());
    given(Field::source, "provider", provider.attribute("uri"));
    given(Field::language, "language", content_.child("language").attribute("tag"));
    given(Field::language, "lang", item_.attribute("lang"));
    const auto subjects = names_of(content_, "subject");
    if (!subjects.empty()) given(Field::section, "subject", subjects.front());
    if (subjects.size() > 1) put_extra(builder_, "subjects", subjects);
    put_extra(builder_, "version", item_.attribute("version"));
    put_extra(builder_, "service", meta_.at("service/name").line());
    put_extra(builder_, "edNote", meta_.child("edNote").line());
    put_extra(builder_, "infoSource", names_of(content_, "infoSource"));
    put_extra(builder_, "located", names_of(content_, "located"));
    put_extra(builder_, "genre", names_of(content_, "genre"));
    put_extra(builder_, "keywords", names_of(content_, "keyword"));
    put_extra(builder_, "slugline", content_.child("slugline").line());
    put_extra(builder_, "dateline", content_.child("dateline").line());
    put_extra(builder_, "copyright", item_.at("rightsInfo/copyrightNotice").line());
  }

  ArticleBuilder& builder_;
  const XmlNode item_, meta_, content_;
};

class NewsMlG2Parser : public XmlParser {
 public:
  using XmlParser::XmlParser;

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    const XmlNode around = context().before.root();
    const bool in_message = around.is("newsMessage");
    if (in_message && !record.first()) return no_article("an empty item");
    if (in_message && !record.child("itemMeta")) return no_article("an item without metadata");
    const bool catalog = around.find("catalogRef") || around.find("catalog");
    if (auto problem = newsml_g2_problem(record, catalog); !problem.empty())
      return broken("NewsML-G2: " + problem);
    if (!record.is("newsItem")) return no_article("a " + std::string(record.name()));
    return NewsItemReader(record, builder).read();
  }
};

constexpr std::array<std::string_view, 6> kItems = {"newsitem",      "packageitem",  "conceptitem",
                                                    "knowledgeitem", "planningitem", "catalogitem"};

bool is_newsml_g2(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  if (head.root.empty() || head.text.find("iptc.org/std/nar/") == head.text.npos) return false;
  if (equal_names(head.root, "newsMessage")) return true;
  ElementScanner scanner({kItems.begin(), kItems.end()});
  scanner.feed(head.text);
  return scanner.event() == ElementScanner::Event::begins;
}

FileReader open_newsml_g2(Window& window, const FileContext& file) {
  return open_elements<NewsMlG2Parser>(window, file,
                                       {{kItems.begin(), kItems.end()}, "a message without items"});
}

}  // namespace

const Format kNewsMlG2Format = {"newsml-g2", "newsml-g2", is_newsml_g2, open_newsml_g2};

}  // namespace news
