// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/table.hpp"
#include "common/text/display.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

class TablePrinter : public Printer {
 public:
  TablePrinter(std::ostream& out, const SearcherOptions& options)
      : out_(out),
        output_(options.output),
        tabs_(options.format == "tsv"),
        fields_(options.fields) {
    if (!fields_.empty()) return;
    fields_ = {"rank", "id", "score", "date", "source", "title", "url"};
    if (options.archives.size() > 1) fields_.emplace_back("archive");
    if (options.group) fields_.insert(fields_.end(), {"story", "copies"});
  }
  void begin(const Node&, const SearchResult&) override {
    if (output_.header) row("query_id", [](const std::string& field) { return field; });
  }
  void hit(const HitView& view) override {
    row(output_.query_id, [&](const std::string& field) { return field_text(field, view); });
  }
  void end(const SearchResult&) override {}

 private:
  template <typename Value>
  void row(const std::string& query, Value&& value) {
    const char* const between = tabs_ ? "\t" : ",";
    const auto cell = [&](const std::string& text) {
      return tabs_ ? tsv_cell(text) : csv_cell(text);
    };
    if (output_.names_query) out_ << cell(query) << between;
    for (std::size_t i = 0; i < fields_.size(); ++i)
      out_ << (i > 0 ? between : "") << cell(value(fields_[i]));
    out_ << '\n';
  }
  std::ostream& out_;
  const HitOutput& output_;
  bool tabs_;
  std::vector<std::string> fields_;
};

}  // namespace

std::string csv_cell(const std::string& value) {
  const std::string safe = sanitize(value, LineEnds::keep);
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

TableFormat table_format(std::string_view name) {
  return name == "tsv" ? TableFormat::tsv : TableFormat::csv;
}

std::string table_row(TableFormat format, const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) {
    if (&cell != cells.data()) out += format == TableFormat::tsv ? '\t' : ',';
    out += format == TableFormat::tsv ? tsv_cell(cell) : csv_cell(cell);
  }
  return out + '\n';
}

std::string tsv_cell(const std::string& value) {
  std::string out;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('\t', begin), value.size());
    for (const char c :
         sanitize(std::string_view(value).substr(begin, end - begin), LineEnds::keep))
      out += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    if (end < value.size()) out += "\\t";
    begin = end + 1;
  }
  return out;
}

std::unique_ptr<Printer> make_table_printer(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<TablePrinter>(out, options);
}

}  // namespace news
