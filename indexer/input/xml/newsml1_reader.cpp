// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "indexer/input/xml/nitf.hpp"
#include "indexer/text/byline.hpp"
#include "indexer/text/html_text.hpp"

namespace news {
namespace {

constexpr unsigned kWorse = 10;  // ranks of what the content says of itself

void given(ArticleBuilder& builder, Field field, std::string_view name, std::string value) {
  if (builder.wants({field, 0})) put(builder, field, 0, name, std::move(value));
}

// --- RCV1, Reuters Corpus Volume 1: <newsitem itemid= date=> ---------------------------------

/// The codes of one kind, such as bip:topics:1.0.
std::vector<std::string> codes_of(XmlNode metadata, std::string_view kind) {
  std::vector<std::string> list;
  for (const XmlNode codes : metadata.children("codes"))
    if (codes.attribute("class").find(kind) != std::string::npos)
      for (const XmlNode code : codes.children("code")) add_once(list, code.attribute("code"));
  return list;
}

void read_rcv1(XmlNode item, ArticleBuilder& builder) {
  const auto metadata = item.child("metadata");
  const auto dublin_core = [&](std::string_view element) {
    for (const XmlNode dc : metadata.children("dc"))
      if (dc.attribute("element") == element) return dc.attribute("value");
    return std::string();
  };
  const auto headline = item.child("headline").line();
  const auto title = item.child("title").line();
  given(builder, Field::title, "headline", headline);
  given(builder, Field::title, "title", title);
  if (!headline.empty() && title != headline) put_extra(builder, "title", title);
  put(builder, Field::text, 0, "text", story_text(item.child("text")));
  given(builder, Field::date, "date", item.attribute("date"));
  given(builder, Field::date, "dc.date.published", dublin_core("dc.date.published"));
  given(builder, Field::id, "itemid", item.attribute("itemid"));
  given(builder, Field::language, "lang", item.attribute("lang"));
  given(builder, Field::source, "dc.source", dublin_core("dc.source"));
  given(builder, Field::source, "dc.publisher", dublin_core("dc.publisher"));
  put_authors(builder, 0, names_in_byline(item.child("byline").line()));
  put_extra(builder, "dateline", item.child("dateline").line());
  put_extra(builder, "copyright", item.child("copyright").line());
  const auto topics = codes_of(metadata, "topics");
  if (!topics.empty()) given(builder, Field::section, "topics", topics.front());
  put_extra(builder, "topics", topics);
  put_extra(builder, "countries", codes_of(metadata, "countries"));
  put_extra(builder, "industries", codes_of(metadata, "industries"));
}

// --- NewsML 1.x: <NewsItem> of components -----------------------------------------------------

std::string formal_name(XmlNode node) {
  return node.attribute("FormalName");
}

/// The text of one ContentItem.
std::string item_text(XmlNode item, ArticleBuilder& builder) {
  const auto data = item.child("DataContent");
  if (item.child("Encoding") || !data) return {};
  if (const auto nitf = data.child("nitf")) {
    read_nitf(nitf, builder, kWorse);
    return {};
  }
  if (const auto html = data.child("html")) return story_text(html.child("body"));
  return data.first() ? story_text(data) : maybe_html_to_text(data.raw_text());
}

class ComponentReader {
 public:
  explicit ComponentReader(ArticleBuilder& builder) : builder_(builder) {}

  void read(XmlNode component) {
    lines(component.child("NewsLines"));
    metadata(component);
    const bool same = component.attribute("EquivalentsList") == "yes";
    const auto before = texts_.size();
    for (XmlNode node = component.first(); node; node = node.next()) {
      if (same && texts_.size() > before) return;  // the rest says it once more
      if (node.is("NewsComponent"))
        read(node);
      else if (node.is("ContentItem"))
        content(node);
    }
  }

  std::string text() const {
    std::string all;
    for (const auto& text : texts_) all += (all.empty() ? "" : "\n\n") + text;
    return all;
  }

 private:
  void content(XmlNode item) {
    auto text = item_text(item, builder_);
    if (!is_blank(text)) add_once(texts_, std::move(text));
  }

  void lines(XmlNode lines) {
    const auto headline = lines.child("HeadLine").line();
    if (builder_.wants({Field::title, 0}))
      put(builder_, Field::title, 0, "HeadLine", headline);
    else if (headline != first_headline_)
      put_extra(builder_, "HeadLine", headline);
    if (first_headline_.empty()) first_headline_ = headline;
    put_authors(builder_, 0, names_in_byline(lines.child("ByLine").line()));
    put_extra(builder_, "subtitle", lines.child("SubHeadLine").line());
    put_extra(builder_, "slugline", lines.child("SlugLine").line());
    put_extra(builder_, "dateline", lines.child("DateLine").line());
    put_extra(builder_, "copyright", lines.child("CopyrightLine").line());
    put_extra(builder_, "keywords", lines.child("KeywordLine").line());
  }

  void metadata(XmlNode component) {
    const auto administrative = component.child("AdministrativeMetadata");
    const auto descriptive = component.child("DescriptiveMetadata");
    const auto source = administrative.child("Source");
    given(builder_, Field::source, "Provider", formal_name(administrative.at("Provider/Party")));
    given(builder_, Field::source, "Source", formal_name(source.child("Party")));
    given(builder_, Field::language, "Language", formal_name(descriptive.child("Language")));
    given(builder_, Field::language, "lang", component.attribute("lang"));
    std::vector<std::string> subjects;
    for (const XmlNode code : descriptive.find_all("SubjectCode"))
      for (XmlNode node = code.first(); node; node = node.next())
        add_once(subjects, formal_name(node));
    if (subjects.empty()) return;
    given(builder_, Field::section, "Subject", subjects.front());
    if (subjects.size() > 1) put_extra(builder_, "subjects", subjects);
  }

  ArticleBuilder& builder_;
  std::string first_headline_;
  std::vector<std::string> texts_;
};

std::optional<Rejection> read_news_item(XmlNode item, XmlNode envelope, ArticleBuilder& builder) {
  const auto identifier = item.at("Identification/NewsIdentifier");
  const auto management = item.child("NewsManagement");
  ComponentReader reader(builder);
  for (const XmlNode component : item.children("NewsComponent")) reader.read(component);
  const auto text = reader.text();
  if (text.empty() && builder.wants({Field::text, kWorse})) {
    const bool update = item.child("Update") || item.child("TopicSet") || item.child("Catalog");
    const bool content = static_cast<bool>(item.find("ContentItem"));
    if (update || content || builder.wants({Field::title, kWorse}))
      return no_article("a NewsItem without text");
  }
  put(builder, Field::text, 0, "text", text);
  given(builder, Field::id, "PublicIdentifier", identifier.child("PublicIdentifier").line());
  given(builder, Field::id, "NewsItemId", identifier.child("NewsItemId").line());
  const auto created = [&](unsigned rank, std::string_view name, XmlNode node) {
    put(builder, Field::date, rank, name, node.line());
  };
  created(0, "FirstCreated", management.child("FirstCreated"));
  created(1, "ThisRevisionCreated", management.child("ThisRevisionCreated"));
  created(2, "DateId", identifier.child("DateId"));
  created(3, "DateAndTime", envelope.child("DateAndTime"));
  given(builder, Field::source, "SentFrom", formal_name(envelope.at("SentFrom/Party")));
  given(builder, Field::source, "ProviderId", identifier.child("ProviderId").line());
  given(builder, Field::language, "lang", item.attribute("lang"));
  return std::nullopt;
}

class NewsMl1Parser : public XmlParser {
 public:
  using XmlParser::XmlParser;

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    if (!record.child("NewsComponent") &&
        (record.child("text") || record.child("headline") || record.child("title"))) {
      read_rcv1(record, builder);
      return std::nullopt;
    }
    return read_news_item(record, context().before.root().child("NewsEnvelope"), builder);
  }
};

bool is_newsml1(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  if (equal_names(head.root, "NewsML")) return true;
  return equal_names(head.root, "newsitem") &&
         head.text.find("iptc.org/std/nar/") == head.text.npos;
}

FileReader open_newsml1(Window& window, const FileContext& file) {
  return open_elements<NewsMl1Parser>(window, file, {{"newsitem"}, "NewsML without items"});
}

}  // namespace

const Format kNewsMl1Format = {"newsml1", "newsml", is_newsml1, open_newsml1};

}  // namespace news
