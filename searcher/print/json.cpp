// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "common/io/json_writer.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/search/snippet.hpp"
#include "searcher/print/copies.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// What is shown when nobody chose.
std::vector<Field> fields_of(const PrintOptions& options) {
  if (!options.fields.empty()) return options.fields;
  std::vector<Field> out = {Field::rank,    Field::id,       Field::score,   Field::title,
                            Field::source,  Field::date,     Field::url,     Field::author,
                            Field::section, Field::language, Field::snippet, Field::matches,
                            Field::changed};
  if (options.names_archive) out.push_back(Field::archive);
  if (options.group) out.insert(out.end(), {Field::story, Field::copies});
  return out;
}

void write_snippet(JsonWriter& json, const HitView& view) {
  const Snippet snippet = make_snippet(view.article, view.matches);
  json.text("snippet", snippet.text).begin_array("snippet_matches");
  for (const auto& [begin, end] : snippet.matches)
    json.begin_array().number(begin).number(end).end_array();
  json.end_array();
}

void write_matches(JsonWriter& json, const std::vector<Match>& matches) {
  json.begin_array("matches");
  for (const auto& m : matches)
    json.begin_object()
        .text("field", m.in_title ? "title" : "text")
        .number("start", m.begin)
        .number("end", m.end)
        .text("unit", "utf8")
        .end_object();
  json.end_array();
}

void write_authors(JsonWriter& json, const std::vector<std::string>& authors) {
  if (authors.size() == 1) json.text("author", authors[0]);
  if (authors.size() > 1) json.texts("author", authors);
}

void write_field(JsonWriter& json, Field field, const HitView& view) {
  switch (field) {
    case Field::rank:
      json.number("rank", view.rank);
      break;
    case Field::score:
      json.raw("score", field_text(field, view));
      break;
    case Field::author:
      write_authors(json, view.article.authors);
      break;
    case Field::snippet:
      write_snippet(json, view);
      break;
    case Field::matches:
      write_matches(json, view.matches);
      break;
    case Field::copies:
      write_copies(json.key("copies"), view.story);
      break;
    case Field::changed:
      if (view.changed) json.boolean("changed", true);
      break;
    default:
      json.text_if(name_of(field), field_text(field, view));
  }
}

void write_expansion(JsonWriter& json, const std::vector<ExpansionWord>& words) {
  json.begin_array("expansion");
  for (const auto& word : words)
    json.begin_object()
        .text("word", word.word)
        .raw("weight", fmt::format("{:.6f}", word.weight))
        .end_object();
  json.end_array();
}

class JsonPrinter : public Printer {
 public:
  JsonPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out), options_(options), fields_(fields_of(options)) {}
  Needs needs() const override {
    Needs out = needs_of(fields_);
    out.facets = true;
    return out;
  }
  void begin(const Node& query, const SearchResult& result) override {
    json_.begin_object().number("schema", 1);
    if (options_.names_query) json_.text("id", options_.query_id);
    json_.text("query", to_string(query));
    write_revisions(json_, result.revisions);
    json_.number("total", result.total).number("stories", result.stories).boolean("exact", true);
    json_.number("offset", result.offset);
    if (result.grouped) json_.boolean("grouped", true);
    if (result.expanded) write_expansion(json_, result.expansion);
    json_.begin_array("hits");
  }
  void hit(const HitView& view) override {
    json_.begin_object();
    for (const Field field : fields_) write_field(json_, field, view);
    json_.end_object();
    out_ << json_.take();
  }
  void end(const SearchResult& result) override {
    json_.end_array();
    write_facets(json_, result.facets);
    json_.end_object();
    out_ << finished(json_, options_.line_end);
  }

 private:
  std::ostream& out_;
  const PrintOptions& options_;
  const std::vector<Field> fields_;
  JsonWriter json_;
};

class NdjsonPrinter : public Printer {
 public:
  NdjsonPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out), options_(options), fields_(fields_of(options)) {}
  Needs needs() const override { return needs_of(fields_); }
  void hit(const HitView& view) override {
    json_.begin_object();
    if (options_.names_query) json_.text("query_id", options_.query_id);
    for (const Field field : fields_) write_field(json_, field, view);
    out_ << json_.end_object().end_line().take();
  }

 private:
  std::ostream& out_;
  const PrintOptions& options_;
  const std::vector<Field> fields_;
  JsonWriter json_;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<JsonPrinter>(out, options);
}

std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<NdjsonPrinter>(out, options);
}

}  // namespace news
