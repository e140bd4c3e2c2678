// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/json_writer.hpp"
#include "searcher/print/archives.hpp"
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
  DataKwic(std::ostream& out, const SearcherOptions& options)
      : out_(out), context_(options.kwic.context < 0 ? kContext : options.kwic.context) {}
  int context() const override { return context_; }
  bool put(const std::string& line) override { return static_cast<bool>(out_ << line); }

 protected:
  std::ostream& out_;

 private:
  int context_;
};

class TableKwic : public DataKwic {
 public:
  TableKwic(std::ostream& out, const SearcherOptions& options)
      : DataKwic(out, options), format_(table_format(options.format)) {}
  void begin() override {
    out_ << table_row(format_,
                      {"left", "match", "right", "date", "source", "id", "field", "start", "end"});
  }
  std::string line(const Article& a, const Match& match, const Context& context) const override {
    return table_row(
        format_, {context.left, context.match, context.right, format_date(a.date), a.source, a.id,
                  field_of(match), std::to_string(match.begin), std::to_string(match.end)});
  }

 private:
  TableFormat format_;
};

class JsonKwic : public DataKwic {
 public:
  JsonKwic(std::ostream& out, const SearcherOptions& options, const std::string& query,
           const Revisions& revisions)
      : DataKwic(out, options), lines_(options.format == "ndjson") {
    JsonObject head;
    head.number("schema", 1).text("query", query);
    json_revisions(head, revisions);
    head_ = head.str();
    head_.pop_back();
  }
  void begin() override {
    if (!lines_) out_ << head_ << ",\"lines\":[";
  }
  std::string line(const Article& a, const Match& match, const Context& context) const override {
    JsonObject out;
    out.text("left", context.left).text("match", context.match).text("right", context.right);
    out.text_if("date", format_date(a.date)).text_if("source", a.source).text("id", a.id);
    out.text("field", field_of(match)).number("start", match.begin).number("end", match.end);
    return out.str() + (lines_ ? "\n" : "");
  }
  bool put(const std::string& line) override {
    if (!lines_ && !first_) out_ << ',';
    first_ = false;
    return DataKwic::put(line);
  }
  void end(const KwicTotals& totals) override {
    if (!lines_)
      out_ << "],\"matches\":" << totals.matches << ",\"articles\":" << totals.articles
           << ",\"stories\":" << totals.stories << "}\n";
  }

 private:
  bool lines_, first_ = true;
  std::string head_;
};

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_table(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<TableKwic>(out, options);
}

std::unique_ptr<KwicPrinter> make_kwic_json(std::ostream& out, const SearcherOptions& options,
                                            const std::string& query, const Revisions& revisions) {
  return std::make_unique<JsonKwic>(out, options, query, revisions);
}

}  // namespace news
