// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/io/json_writer.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/search/snippet.hpp"
#include "searcher/print/archives.hpp"
#include "searcher/print/copies.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// What is shown when nobody chose.
std::vector<std::string> fields_of(const SearcherOptions& options) {
  if (!options.fields.empty()) return options.fields;
  std::vector<std::string> out = {"rank",    "id",      "score",  "title",   "source",
                                  "date",    "url",     "author", "section", "language",
                                  "snippet", "matches", "changed"};
  if (options.archives.size() > 1) out.emplace_back("archive");
  if (options.group) out.insert(out.end(), {"story", "copies"});
  return out;
}

std::string json_snippet_matches(const Snippet& snippet) {
  std::string out = "[";
  for (const auto& [begin, end] : snippet.matches)
    out += fmt::format("{}[{},{}]", out.size() > 1 ? "," : "", begin, end);
  return out + "]";
}

std::string json_matches(const std::vector<Match>& matches) {
  std::string out = "[";
  for (const auto& m : matches)
    out += fmt::format("{}{{\"field\":\"{}\",\"start\":{},\"end\":{},\"unit\":\"utf8\"}}",
                       out.size() > 1 ? "," : "", m.in_title ? "title" : "text", m.begin, m.end);
  return out + "]";
}

// `query_id`: null where another object says of which query the hit is.
std::string json_hit(const HitView& view, const std::vector<std::string>& fields,
                     const std::string* query_id = nullptr) {
  JsonObject out;
  if (query_id) out.text("query_id", *query_id);
  for (const auto& field : fields) {
    if (field == "rank") {
      out.number("rank", view.rank);
    } else if (field == "score") {
      out.raw("score", field_text(field, view));
    } else if (field == "author") {
      const auto& authors = view.article.authors;
      if (authors.size() == 1) out.text("author", authors[0]);
      if (authors.size() > 1) out.raw("author", json_strings(authors));
    } else if (field == "snippet") {
      const Snippet snippet = make_snippet(view.article, view.matches);
      out.text("snippet", snippet.text).raw("snippet_matches", json_snippet_matches(snippet));
    } else if (field == "matches") {
      out.raw("matches", json_matches(view.matches));
    } else if (field == "copies") {
      out.raw("copies", json_copies(view.story));
    } else if (field == "changed") {
      if (view.changed) out.raw("changed", "true");
    } else {
      out.text_if(field, field_text(field, view));
    }
  }
  return out.str();
}

std::string json_expansion(const std::vector<ExpansionWord>& words) {
  std::string out;
  for (const auto& word : words)
    out += (out.empty() ? "" : ",") + JsonObject()
                                          .text("word", word.word)
                                          .raw("weight", fmt::format("{:.6f}", word.weight))
                                          .str();
  return "[" + out + "]";
}

class JsonPrinter : public Printer {
 public:
  JsonPrinter(std::ostream& out, const SearcherOptions& options)
      : out_(out), options_(options), fields_(fields_of(options)) {}
  void begin(const Node& query, const SearchResult& result) override {
    JsonObject object;
    object.number("schema", 1);
    if (options_.output.names_query) object.text("id", options_.output.query_id);
    object.text("query", to_string(query));
    json_revisions(object, result.revisions);
    object.number("total", result.total).number("stories", result.stories).raw("exact", "true");
    object.number("offset", result.offset);
    if (result.grouped) object.raw("grouped", "true");
    if (options_.expand) object.raw("expansion", json_expansion(result.expansion));
    std::string head = object.str();
    head.pop_back();
    out_ << head << ",\"hits\":[";
  }
  void hit(const HitView& view) override {
    out_ << (first_ ? "" : ",") << json_hit(view, fields_);
    first_ = false;
  }
  void end(const SearchResult& result) override {
    const std::string multi = json_multi_valued(result.facets);
    out_ << "],\"facets\":" << json_facets(result.facets);
    if (!multi.empty()) out_ << ",\"multi_valued\":" << multi;
    out_ << "}\n";
  }

 private:
  std::ostream& out_;
  const SearcherOptions& options_;
  const std::vector<std::string> fields_;
  bool first_ = true;
};

class NdjsonPrinter : public Printer {
 public:
  NdjsonPrinter(std::ostream& out, const SearcherOptions& options)
      : out_(out), options_(options), fields_(fields_of(options)) {}
  void begin(const Node&, const SearchResult&) override {}
  void hit(const HitView& view) override {
    const HitOutput& output = options_.output;
    out_ << json_hit(view, fields_, output.names_query ? &output.query_id : nullptr) << '\n';
  }
  void end(const SearchResult&) override {}

 private:
  std::ostream& out_;
  const SearcherOptions& options_;
  const std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Printer> make_json_printer(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<JsonPrinter>(out, options);
}

std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<NdjsonPrinter>(out, options);
}

}  // namespace news
