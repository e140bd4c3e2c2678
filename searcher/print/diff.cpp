// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/diff.hpp"

#include <fmt/format.h>

#include "searcher/engine/diff/word_diff.hpp"
#include "searcher/print/json_document.hpp"

namespace news {
namespace {

std::string diff_json(const std::string& id, const NumberedVersion& from, const NumberedVersion& to,
                      bool line_end) {
  constexpr std::string_view kOps[] = {"same", "removed", "added"};
  JsonWriter json;
  json.begin_object().number("schema", 1).text("id", id);
  json.number("from", from.number).number("to", to.number).begin_object("fields");
  for (const auto& field : changed_fields(from.article, to.article))
    json.begin_object(field.name).text("from", field.from).text("to", field.to).end_object();
  json.end_object().begin_array("text");
  for (const auto& edit : word_diff(from.article.text, to.article.text))
    json.begin_object()
        .text("op", kOps[static_cast<std::size_t>(edit.op)])
        .text("text", edit.text)
        .end_object();
  json.end_array().end_object();
  return finished(json, line_end);
}

}  // namespace

std::vector<FieldChange> changed_fields(const Article& from, const Article& to) {
  const auto authors = [](const Article& x) {
    return fmt::format("{}", fmt::join(x.authors, "; "));
  };
  std::vector<FieldChange> out = {{"title", from.title, to.title},
                                  {"date", format_date(from.date), format_date(to.date)},
                                  {"author", authors(from), authors(to)},
                                  {"section", from.section, to.section},
                                  {"url", from.url, to.url},
                                  {"id", from.id, to.id}};
  std::erase_if(out, [](const FieldChange& field) { return field.from == field.to; });
  return out;
}

void print_diff(std::ostream& out, const PrintOptions& options, const std::string& id,
                const NumberedVersion& from, const NumberedVersion& to) {
  if (options.format == Format::text)
    print_diff_text(out, options, from, to);
  else
    out << diff_json(id, from, to, options.line_end);
}

}  // namespace news
