// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/json_writer.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/kwic.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

constexpr int kContext = 60;

const char* field_of(const Match& match) {
  return match.in_title ? "title" : "text";
}

class DataKwic : public KwicPrinter {
 public:
  DataKwic(std::ostream& out, std::optional<int> context)
      : out_(out), context_(context.value_or(kContext)) {}
  int context() const override { return context_; }
  bool put(const std::string& line) override { return static_cast<bool>(out_ << line); }

 protected:
  std::ostream& out_;

 private:
  int context_;
};

class TableKwic : public DataKwic {
 public:
  TableKwic(std::ostream& out, const PrintOptions& options, std::optional<int> context)
      : DataKwic(out, context), format_(table_format(options.format)) {}
  void begin() override {
    out_ << table_row(format_,
                      {"left", "match", "right", "date", "source", "id", "field", "start", "end"});
  }
  std::string line(const Article& a, const Match& match,
                   const KwicContext& context) const override {
    return table_row(
        format_, {context.left, context.match, context.right, format_date(a.date), a.source, a.id,
                  field_of(match), std::to_string(match.begin), std::to_string(match.end)});
  }

 private:
  TableFormat format_;
};

std::string kwic_line(const Article& a, const Match& match, const KwicContext& context) {
  JsonWriter json;
  json.begin_object();
  json.text("left", context.left).text("match", context.match).text("right", context.right);
  json.text_if("date", format_date(a.date)).text_if("source", a.source).text("id", a.id);
  json.text("field", field_of(match)).number("start", match.begin).number("end", match.end);
  return json.end_object().take();
}

class NdjsonKwic : public DataKwic {
 public:
  using DataKwic::DataKwic;
  std::string line(const Article& a, const Match& match,
                   const KwicContext& context) const override {
    return kwic_line(a, match, context) + '\n';
  }
};

class JsonKwic : public DataKwic {
 public:
  JsonKwic(std::ostream& out, const PrintOptions& options, std::optional<int> context,
           const std::string& query, const Revisions& revisions)
      : DataKwic(out, context), line_end_(options.line_end) {
    json_.begin_object().number("schema", 1).text("query", query);
    write_revisions(json_, revisions);
  }
  void begin() override { json_.begin_array("lines"); }
  std::string line(const Article& a, const Match& match,
                   const KwicContext& context) const override {
    return kwic_line(a, match, context);
  }
  bool put(const std::string& line) override { return DataKwic::put(json_.raw(line).take()); }
  void end(const KwicTotals& totals) override {
    json_.end_array().number("matches", totals.matches).number("articles", totals.articles);
    json_.number("stories", totals.stories).end_object();
    out_ << finished(json_, line_end_);
  }

 private:
  JsonWriter json_;
  bool line_end_;
};

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_table(std::ostream& out, const PrintOptions& options,
                                             std::optional<int> context) {
  return std::make_unique<TableKwic>(out, options, context);
}

std::unique_ptr<KwicPrinter> make_kwic_json(std::ostream& out, const PrintOptions& options,
                                            std::optional<int> context, const std::string& query,
                                            const Revisions& revisions) {
  if (options.format == Format::ndjson) return std::make_unique<NdjsonKwic>(out, context);
  return std::make_unique<JsonKwic>(out, options, context, query, revisions);
}

}  // namespace news
