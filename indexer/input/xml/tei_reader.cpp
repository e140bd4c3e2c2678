// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_reader.hpp"

namespace news {
namespace {

/// What an editor supplied stands in the text; what it replaces, notes and what only the printed
/// page has do not.
Block tei_block(const XmlNode& node) {
  for (const std::string_view name :
       {"note", "fw", "figure", "sic", "orig", "abbr", "del", "teiHeader"}) {
    if (!node.is(name)) continue;
    const bool instead = !node.is("sic") && !node.is("orig") && !node.is("abbr");
    return instead || node.parent().is("choice") ? Block::dropped : Block::none;
  }
  if (node.is("lb")) return node.attribute("break") == "no" ? Block::joined : Block::line_end;
  if (node.is("pb") || node.is("cb") || node.is("milestone")) return Block::line_end;
  for (const std::string_view name :
       {"byline", "dateline", "salute", "signed", "sp", "docTitle", "quote"})
    if (node.is(name)) return node.is("quote") ? Block::none : Block::paragraph;
  return block_of(node.name());
}

std::string date_in(XmlNode node) {
  if (!node) return {};
  for (const XmlNode date : node.find_all("date")) {
    for (const std::string_view key : {"when", "when-iso", "value", "notBefore", "from"})
      if (auto value = date.attribute(key); !value.empty()) return value;
    if (auto value = date.line(); !value.empty()) return value;
  }
  return {};
}

/// Names, without the parts of an address or a biography.
std::vector<std::string> authors_in(XmlNode statement) {
  std::vector<std::string> names;
  for (const XmlNode author : statement.children("author")) {
    const auto name = author.find("persName");
    add_once(names, name ? name.line() : author.line());
  }
  return names;
}

XmlNode main_title(XmlNode statement) {
  for (const XmlNode title : statement.children("title")) {
    const auto type = title.attribute("type");
    if (type.empty() || type == "main") return title;
  }
  return statement.child("title");
}

class TeiParser : public XmlParser {
 public:
  using XmlParser::XmlParser;

 protected:
  std::optional<Rejection> read(XmlNode record, ArticleBuilder& builder) const override {
    const auto header = record.child("teiHeader");
    const auto file = header.child("fileDesc");
    const auto statement = file.child("titleStmt");
    const auto publication = file.child("publicationStmt");
    const auto source = file.child("sourceDesc");
    const auto given = [&](Field field, std::string_view name, std::string value) {
      if (builder.wants({field, 0})) put(builder, field, 0, name, std::move(value));
    };
    for (const XmlNode title : source.find_all("title"))
      if (title.attribute("level") == "a") given(Field::title, "title", title.line());
    given(Field::title, "title", main_title(statement).line());
    given(Field::title, "head", record.find("head").line());
    put_text(record, builder);
    // The file has a date of publication too; the paper's is in what it was made from.
    given(Field::date, "date", date_in(source));
    given(Field::date, "date", date_in(header.at("profileDesc/creation")));
    given(Field::date, "date", date_in(publication));
    for (const XmlNode title : source.find_all("title"))
      if (title.attribute("level") == "j") given(Field::source, "title", title.line());
    given(Field::source, "publisher", source.find("publisher").line());
    given(Field::source, "publisher", publication.child("publisher").line());
    put_authors(builder, 0, authors_in(statement));
    if (const auto analytic = source.find("analytic"))
      put_authors(builder, 0, authors_in(analytic));
    given(Field::language, "language", record.attribute("lang"));
    given(Field::language, "language", record.child("text").attribute("lang"));
    given(Field::language, "language",
          header.at("profileDesc/langUsage/language").attribute("ident"));
    given(Field::id, "idno", publication.child("idno").line());
    given(Field::id, "id", record.attribute("id"));
    std::vector<std::string> keywords;
    for (const XmlNode term : header.child("profileDesc").find_all("term"))
      add_once(keywords, term.line());
    put_extra(builder, "keywords", keywords);
    return std::nullopt;
  }

 private:
  static void put_text(XmlNode record, ArticleBuilder& builder) {
    const auto text = record.child("text");
    TextFlow flow;
    for (const std::string_view part : {"front", "body", "group", "back"}) {
      if (const auto node = text.child(part)) flow_text(node, flow, tei_block);
      flow.paragraph();
    }
    put(builder, Field::text, 0, "text", flow.take());
    std::vector<std::string> notes;
    for (const XmlNode note : text.find_all("note")) add_once(notes, note.line());
    put_extra(builder, "notes", notes);
  }
};

bool is_tei(std::string_view bytes, const FileContext&) {
  const XmlHead head = read_xml_head(bytes);
  return equal_names(head.root, "TEI") || equal_names(head.root, "TEI.2") ||
         equal_names(head.root, "teiCorpus") || equal_names(head.root, "teiCorpus.2");
}

FileReader open_tei(Window& window, const FileContext& file) {
  return open_elements<TeiParser>(window, file, {{"tei", "tei.2"}, "TEI without a text"});
}

}  // namespace

const Format kTeiFormat = {"tei", "tei", is_tei, open_tei};

}  // namespace news
