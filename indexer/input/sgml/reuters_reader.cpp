// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "common/io/json_writer.hpp"
#include "common/text/ascii.hpp"
#include "indexer/input/article_builder.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/sgml/sgml_splitter.hpp"
#include "indexer/text/byline.hpp"
#include "indexer/text/charset.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"
#include "indexer/text/wire_lines.hpp"

// Reuters-21578: SGML by its looks only. Stories of three kinds: NORM has title, dateline and body;
// a BRIEF has a title; UNPROC is the wire's text without any mark-up.
namespace news {
namespace {

constexpr std::string_view kPlaceholder = "Blah blah blah.";  // the text of a BRIEF
constexpr FieldMatch kTitle = {Field::title, 1}, kText = {Field::text, 1}, kDate = {Field::date, 1},
                     kAuthor = {Field::author, 1}, kSection = {Field::section, 1},
                     kSource = {Field::source, 1}, kId = {Field::id, 1};

void set(ArticleBuilder& builder, FieldMatch match, std::string_view name, std::string value) {
  if (!is_blank(value)) builder.set(match, name, {std::move(value), {}});
}

std::string element_text(std::string_view markup, std::string_view name) {
  const auto element = element_in(markup, name);
  return element ? decode_entities(*element) : std::string();
}

/// The <D>s of a list.
std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  TagScanner tags(list);
  std::size_t start = 0;
  while (const auto tag = tags.next()) {
    if (tag->closing) {
      auto item = one_line(decode_entities(list.substr(start, tag->begin - start)));
      if (!item.empty()) items.push_back(std::move(item));
    }
    start = tag->end;
  }
  return items;
}

/// Removes the agency's name that ends every story: "Reuter", "REUTER..." or "REUTER^M".
/// False when there is none.
bool drop_signature(std::string& text) {
  const auto trim = [&] { text.erase(text.find_last_not_of(" \t\r\n.") + 1); };
  std::string whole = text;
  trim();
  if (text.ends_with("^M")) text.resize(text.size() - 2);
  trim();
  for (const std::string_view name : {"reuters", "reuter"}) {
    if (text.size() < name.size()) continue;
    const auto start = text.size() - name.size();
    const std::string_view before = std::string_view(text).substr(0, start);
    const auto last = before.find_last_not_of(' ');
    const bool apart =
        last == before.npos || std::string_view(".\n").find(before[last]) != before.npos;
    if (!equal_names(std::string_view(text).substr(start), name) || !apart) continue;
    text.resize(start);
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    return true;
  }
  text = std::move(whole);
  return false;
}

/// What <TEXT> has beside the elements that are read by name.
std::string loose_text(std::string_view markup) {
  std::string out;
  TagScanner tags(markup);
  std::size_t done = 0;
  int inside = 0;
  while (const auto tag = tags.next()) {
    if (inside == 0) out += decode_entities(markup.substr(done, tag->begin - done));
    inside = std::max(0, inside + (tag->closing ? -1 : 1));
    done = tag->end;
  }
  out += decode_entities(markup.substr(done));
  if (const auto at = out.find(kPlaceholder); at != out.npos) out.erase(at, kPlaceholder.size());
  const bool marks_only = out.find_first_not_of("* \t\r\n") == out.npos;  // of a flash: "******"
  return marks_only ? std::string() : out;
}

class ReutersParser : public RecordParser {
 public:
  explicit ReutersParser(InputOptions options) : options_(std::move(options)) {}

  Parsed parse(RawRecord& record) const override {
    // The wire is ASCII but for a letter or two.
    const std::string markup = to_utf8(record.bytes, "iso-8859-1");
    ArticleBuilder builder;
    const auto head = TagScanner(markup).next();
    if (head) attributes(builder, *head);
    lists(builder, markup);
    date(builder, one_line(element_text(markup, "DATE")));
    set(builder, kSource, {}, "Reuters");
    story(builder, markup);
    for (const char* name : {"UNKNOWN", "MKNOTE"}) {
      const auto note = one_line(element_text(markup, name));
      if (!note.empty()) builder.add_extra_string(name, note);
    }
    return builder.finish(record.from, options_);
  }

 private:
  /// A few times of day are garbled ("605:12:19.12"); the day is right.
  static void date(ArticleBuilder& builder, const std::string& given) {
    const auto day = given.substr(0, given.find(' '));
    const bool garbled = !parse_date(given).dated() && parse_date(day).dated();
    if (garbled) builder.add_extra_string("DATE", given);
    set(builder, kDate, "DATE", garbled ? day : given);
  }

  static void attributes(ArticleBuilder& builder, const Tag& head) {
    const auto number = attribute_of(head, "NEWID");
    if (!number.empty()) set(builder, kId, "NEWID", "reuters-" + number);
    for (const char* name : {"OLDID", "LEWISSPLIT", "CGISPLIT", "CSECS"}) {
      const auto value = attribute_of(head, name);
      if (!value.empty()) builder.add_extra_string(name, value);
    }
  }

  static void lists(ArticleBuilder& builder, std::string_view markup) {
    for (const char* name : {"TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"}) {
      const auto items = items_of(element_in(markup, name).value_or(std::string_view()));
      if (items.empty()) continue;
      if (name == std::string_view("TOPICS")) set(builder, kSection, name, items.front());
      builder.add_extra(name, json_strings(items));
    }
  }

  static void story(ArticleBuilder& builder, std::string_view markup) {
    const auto all = element_in(markup, "TEXT").value_or(std::string_view());
    std::string title = one_line(element_text(all, "TITLE"));
    std::string text = loose_text(all);
    if (title.empty()) {
      text.erase(0, text.find_first_not_of(" \t\r\n"));
      const auto line = std::min(text.find('\n'), text.size());
      title = one_line(text.substr(0, line));
      text.erase(0, line);
    }
    const auto body = element_text(all, "BODY");
    if (!is_blank(body)) text += '\n' + element_text(all, "DATELINE") + body;
    while (drop_signature(text)) {
    }
    set(builder, kTitle, "TITLE", std::move(title));
    set(builder, kText, "BODY", unwrap_wire(text));
    const auto author = element_text(all, "AUTHOR");
    if (!is_blank(author)) builder.set(kAuthor, "AUTHOR", {{}, names_in_byline(author)});
  }

  const InputOptions options_;
};

}  // namespace

const Format kReutersFormat = {"reuters", "",
                               [](std::string_view head, const FileContext&) {
                                 const auto tag = root_tag(head);
                                 return tag && equal_names(tag->name, "REUTERS");
                               },
                               [](Window& window, const FileContext& file) {
                                 return FileReader{
                                     split_sgml(window, file.options.max_record_bytes, "REUTERS"),
                                     std::make_shared<ReutersParser>(file.options)};
                               }};

}  // namespace news
