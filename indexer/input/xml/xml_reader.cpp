// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_reader.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <map>
#include <utility>

#include "common/io/json_writer.hpp"
#include "indexer/input/xml/element_scanner.hpp"
#include "indexer/text/charset.hpp"

namespace news {
namespace {

constexpr std::string_view kHere = "news-records-begin-here";

std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

/// A start tag with all namespaces that hold where the records begin.
std::string start_with_namespaces(XmlNode before) {
  std::map<std::string, std::string> spaces;
  XmlNode around = before.find(kHere);
  if (!around) around = before;
  for (; around; around = around.parent()) {
    for (const xmlNs* space = around.get()->nsDef; space != nullptr; space = space->next) {
      const auto text = [](const xmlChar* s) {
        return s == nullptr ? "" : reinterpret_cast<const char*>(s);
      };
      spaces.emplace(text(space->prefix), text(space->href));
    }
  }
  std::string tag = "<record";
  for (const auto& [prefix, uri] : spaces)
    tag += (prefix.empty() ? " xmlns" : " xmlns:" + prefix) + "=\"" + escaped(uri) + '"';
  return tag + '>';
}

}  // namespace

XmlContext read_context(Window& window, const FileContext& file, const ElementKind& kind) {
  xmlInitParser();  // before there are threads
  const XmlHead head = read_xml_head(window.view().substr(0, kDetectBytes));
  window.consume(mark_length(window.view()));
  ElementScanner scanner(kind.names);
  const auto read = scanner.feed(head.text);
  const bool found = scanner.event() == ElementScanner::Event::begins;
  const auto end = found ? read - scanner.pending() : read;
  const auto begin = std::min(head.root_at, end);
  XmlContext context{head.charset, {}, XmlDocument({}), file.options, file.fields};
  const auto width = head.units.width;
  std::string before =
      to_utf8(window.view().substr(begin * width, (end - begin) * width), head.charset);
  if (found) before.append("<").append(kHere).append("/>");
  context.before = XmlDocument(before);
  context.start = start_with_namespaces(context.before.root());
  return context;
}

Parsed XmlParser::parse(RawRecord& record) const {
  const XmlDocument document(context_.start + to_utf8(record.bytes, context_.charset));
  const XmlNode root = document.root().first();
  if (!root) return Rejection{"broken XML", std::string(document.problem()), record.from};
  ArticleBuilder builder;
  if (auto verdict = read(root, builder)) {
    verdict->from = record.from;
    return *std::move(verdict);
  }
  Parsed parsed = builder.finish(record.from, context_.options);
  if (auto* rejection = std::get_if<Rejection>(&parsed)) rejection->detail.clear();
  return parsed;
}

Rejection no_article(std::string detail) {
  Rejection rejection{"not an article", std::move(detail), {}};
  rejection.skipped = true;
  return rejection;
}

Rejection broken(std::string detail) {
  return {"broken XML", std::move(detail), {}};
}

void put(ArticleBuilder& builder, Field field, unsigned rank, std::string_view name,
         std::string value) {
  if (is_blank(value)) return;
  if (builder.wants({field, rank}))
    builder.set({field, rank}, name, {std::move(value), {}});
  else
    builder.add_extra_string(name, value);
}

void put_authors(ArticleBuilder& builder, unsigned rank, std::vector<std::string> names) {
  if (names.empty() || !builder.wants({Field::author, rank})) return;
  builder.set({Field::author, rank}, "author", {{}, std::move(names)});
}

void put_extra(ArticleBuilder& builder, std::string_view name, std::string_view value) {
  if (!is_blank(value)) builder.add_extra_string(name, value);
}

void put_extra(ArticleBuilder& builder, std::string_view name,
               const std::vector<std::string>& values) {
  if (!values.empty()) builder.add_extra(name, json_strings(values));
}

void add_once(std::vector<std::string>& list, std::string value) {
  constexpr std::size_t kCompared = 100;  // a list made to cost time is longer
  if (is_blank(value)) return;
  const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), kCompared));
  if (std::find(list.begin(), end, value) != end) return;
  list.push_back(std::move(value));
}

}  // namespace news
