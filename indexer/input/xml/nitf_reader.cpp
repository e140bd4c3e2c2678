// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/nitf.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/input/xml/element_scanner.hpp"
#include "indexer/text/byline.hpp"

namespace news {
namespace {

Block story_block(const XmlNode& node) {
  for (const std::string_view name : {"media", "nitf-table-metadata", "img", "head", "virtloc"})
    if (node.is(name)) return Block::dropped;
  if (node.is("dateline") || node.is("note") || node.is("datasource")) return Block::paragraph;
  return block_of(node.name());
}

bool is_lead(const XmlNode& node) {
  if (!node.is("block")) return false;
  const auto kind = node.attribute("class");
  return kind == "lead_paragraph" || kind == "online_lead_paragraph";
}

void append_paragraphs(std::string& text, const std::string& more) {
  if (!text.empty() && !more.empty()) text += "\n\n";
  text += more;
}

/// The Times has the story in a block of its own, and its first paragraphs in another once more.
std::string content_text(XmlNode content) {
  std::string story, lead;
  for (const XmlNode block : content.children("block")) {
    if (block.attribute("class") == "full_text") append_paragraphs(story, story_text(block));
    if (block.attribute("class") == "lead_paragraph") append_paragraphs(lead, story_text(block));
  }
  if (!story.empty()) return story;
  std::string rest = text_of(content, [](const XmlNode& node) {
    if (is_lead(node)) return Block::dropped;
    return node.is("block") ? Block::paragraph : story_block(node);
  });
  if (rest.starts_with(lead)) return rest;
  append_paragraphs(lead, rest);
  return lead;
}

/// "NEW YORK, Jan. 1" before the story, as printed, unless the story says so itself.
void put_text(ArticleBuilder& builder, XmlNode body) {
  std::string text = content_text(body.child("body.content"));
  const auto head = body.child("body.head");
  const auto abstract = story_text(head.child("abstract"));
  if (is_blank(text)) return put(builder, Field::text, 0, "abstract", abstract);
  const auto place = head.child("dateline").line();
  const auto city = place.substr(0, place.find(','));
  if (!place.empty() &&
      std::string_view(text).substr(0, 2 * place.size() + 40).find(city) == text.npos)
    text = place + " — " + text;
  put(builder, Field::text, 0, "text", std::move(text));
  put_extra(builder, "abstract", abstract);
}

void put_byline(ArticleBuilder& builder, XmlNode head, unsigned rank) {
  const auto bylines = head.children("byline");
  auto print = std::find_if(bylines.begin(), bylines.end(), [](const XmlNode& byline) {
    return byline.attribute("class") == "print_byline";
  });
  if (print == bylines.end()) print = bylines.begin();
  if (print == bylines.end()) return;
  std::vector<std::string> names, offices;
  for (const XmlNode office : print->find_all("byttl")) add_once(offices, office.line());
  for (const XmlNode person : print->find_all("person")) add_once(names, person.line());
  if (names.empty()) {
    // The office after a name is an element of its own; without a name it is who wrote it.
    const BlockRule without_office = [](const XmlNode& node) {
      return node.is("byttl") ? Block::dropped : Block::none;
    };
    names = names_in_byline(text_of(*print, without_office));
    if (names.empty()) std::swap(names, offices);
  }
  put_extra(builder, "byline-title", offices);
  put_authors(builder, rank, std::move(names));
}

std::string meta(XmlNode head, std::string_view name) {
  for (const XmlNode node : head.children("meta"))
    if (equal_names(node.attribute("name"), name)) return node.attribute("content");
  return {};
}

void put_date(ArticleBuilder& builder, XmlNode nitf, unsigned rank) {
  const auto head = nitf.child("head");
  const auto body_head = nitf.at("body/body.head");
  std::string year = meta(head, "publication_year");
  const auto two = [](const std::string& number) {
    return number.size() == 1 ? '0' + number : number;
  };
  if (!year.empty())
    year += '-' + two(meta(head, "publication_month")) + '-' +
            two(meta(head, "publication_day_of_month"));
  const std::array<std::pair<std::string_view, std::string>, 7> places = {{
      {"date.publication", head.child("pubdata").attribute("date.publication")},
      {"date.issue", head.at("docdata/date.issue").attribute("norm")},
      {"date.release", head.at("docdata/date.release").attribute("norm")},
      {"publication_year", std::move(year)},
      {"story.date", body_head.at("dateline/story.date").attribute("norm")},
      {"story.date", body_head.at("dateline/story.date").line()},
      {"change.date", nitf.attribute("change.date")},
  }};
  for (const auto& [name, value] : places) {
    if (is_blank(value)) continue;
    return put(builder, Field::date, rank, name, value);
  }
}

void put_section(ArticleBuilder& builder, XmlNode head, unsigned rank) {
  const auto sections = meta(head, "online_sections");
  const auto first = one_line(std::string_view(sections).substr(0, sections.find(';')));
  put(builder, Field::section, rank, "section", first);
  if (one_line(sections) != first) put_extra(builder, "online_sections", sections);
  const auto given = [&](std::string value) {
    if (builder.wants({Field::section, rank}))
      put(builder, Field::section, rank, "section", std::move(value));
  };
  given(head.child("pubdata").attribute("position.section"));
  given(head.at("tobject/tobject.subject").attribute("tobject.subject.type"));
}

/// Persons, places and the like that were indexed by hand, each kind a list.
void put_indexing(ArticleBuilder& builder, XmlNode docdata) {
  const auto content = docdata.child("identified-content");
  for (const std::string_view kind :
       {"classifier", "person", "org", "location", "event", "object.title"}) {
    std::vector<std::string> names;
    for (const XmlNode node : content.find_all(kind)) {
      auto name = node.line();
      if (name.empty()) name = node.attribute("value");
      add_once(names, std::move(name));
    }
    put_extra(builder, kind, names);
  }
  std::vector<std::string> keys;
  for (const XmlNode node : docdata.at("key-list").children("keyword"))
    add_once(keys, node.attribute("key"));
  put_extra(builder, "keywords", keys);
}

class NitfParser : public XmlParser {
 public:
  using XmlParser::XmlParser;

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    read_nitf(record, builder);
    return std::nullopt;
  }
};

/// The first element, or one within an envelope nobody knows.
bool is_nitf(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  if (head.root.empty() || equal_names(head.root, "html")) return false;
  if (equal_names(head.root, "nitf")) return true;
  ElementScanner scanner({"nitf"});
  scanner.feed(head.text);
  return scanner.event() == ElementScanner::Event::begins;
}

FileReader open_nitf(Window& window, const FileContext& file) {
  return open_elements<NitfParser>(window, file, {{"nitf"}, "NITF without an article"});
}

}  // namespace

std::string story_text(XmlNode body) {
  return text_of(body, story_block);
}

void read_nitf(XmlNode nitf, ArticleBuilder& builder, unsigned worse) {
  const auto head = nitf.child("head");
  const auto docdata = head.child("docdata");
  const auto body = nitf.child("body");
  const auto body_head = body.child("body.head");
  const auto pubdata = head.child("pubdata");
  const auto given = [&](Field field, std::string_view name, std::string value) {
    if (builder.wants({field, worse})) put(builder, field, worse, name, std::move(value));
  };
  given(Field::title, "hl1", body_head.at("hedline/hl1").line());
  if (body_head.child("hl1")) given(Field::title, "hl1", body_head.child("hl1").line());
  given(Field::title, "title", head.child("title").line());
  const auto second = body_head.at("hedline/hl2").line();
  if (second != body_head.at("hedline/hl1").line()) put_extra(builder, "subtitle", second);
  put_text(builder, body);
  put_byline(builder, body_head, worse);
  put_date(builder, nitf, worse);
  given(Field::id, "doc-id", docdata.child("doc-id").attribute("id-string"));
  given(Field::url, "ex-ref", pubdata.attribute("ex-ref"));
  given(Field::source, "pubdata", pubdata.attribute("name"));
  given(Field::source, "distributor", body_head.child("distributor").line());
  given(Field::source, "doc.copyright", docdata.child("doc.copyright").attribute("holder"));
  given(Field::language, "lang", nitf.attribute("lang"));
  given(Field::language, "lang", body.attribute("lang"));
  put_section(builder, head, worse);
  put_indexing(builder, docdata);
  put_extra(builder, "slug", meta(head, "slug"));
  put_extra(builder, "dateline", body_head.child("dateline").line());
  put_extra(builder, "tagline", story_text(body.at("body.end/tagline")));
  std::vector<std::string> captions;
  for (const XmlNode caption : body.find_all("media-caption")) add_once(captions, caption.line());
  put_extra(builder, "captions", captions);
}

const Format kNitfFormat = {"nitf", "nitf", is_nitf, open_nitf};

}  // namespace news
