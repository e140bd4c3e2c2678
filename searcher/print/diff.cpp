// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/diff.hpp"

#include <fmt/format.h>

#include "common/io/json_writer.hpp"
#include "searcher/engine/diff/word_diff.hpp"

namespace news {
namespace {

void print_json(std::ostream& out, const SearcherOptions& options, const NumberedVersion& from,
                const NumberedVersion& to) {
  constexpr std::string_view kOps[] = {"same", "removed", "added"};
  JsonObject fields;
  for (const auto& field : changed_fields(from.article, to.article))
    fields.raw(field.name, JsonObject().text("from", field.from).text("to", field.to).str());
  std::string text = "[";
  for (const auto& edit : word_diff(from.article.text, to.article.text))
    text += (text.size() > 1 ? "," : "") + JsonObject()
                                               .text("op", kOps[static_cast<std::size_t>(edit.op)])
                                               .text("text", edit.text)
                                               .str();
  out << JsonObject()
             .number("schema", 1)
             .text("id", options.query)
             .number("from", from.number)
             .number("to", to.number)
             .raw("fields", fields.str())
             .raw("text", text + "]")
             .str()
      << "\n";
}

}  // namespace

std::vector<FieldChange> changed_fields(const Article& a, const Article& b) {
  const auto authors = [](const Article& x) {
    return fmt::format("{}", fmt::join(x.authors, "; "));
  };
  std::vector<FieldChange> out = {{"title", a.title, b.title},
                                  {"date", format_date(a.date), format_date(b.date)},
                                  {"author", authors(a), authors(b)},
                                  {"section", a.section, b.section},
                                  {"url", a.url, b.url},
                                  {"id", a.id, b.id}};
  std::erase_if(out, [](const FieldChange& field) { return field.from == field.to; });
  return out;
}

void print_diff(std::ostream& out, const SearcherOptions& options, const NumberedVersion& from,
                const NumberedVersion& to) {
  if (options.format == "text")
    print_diff_text(out, options, from, to);
  else
    print_json(out, options, from, to);
}

}  // namespace news
