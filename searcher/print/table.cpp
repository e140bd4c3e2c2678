// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/table.hpp"
#include "common/text/display.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

class TablePrinter : public Printer {
 public:
  TablePrinter(std::ostream& out, const PrintOptions& options)
      : out_(out),
        options_(options),
        format_(table_format(options.format)),
        fields_(options.fields) {
    if (!fields_.empty()) return;
    fields_ = {Field::rank,   Field::id,    Field::score, Field::date,
               Field::source, Field::title, Field::url};
    if (options.names_archive) fields_.push_back(Field::archive);
    if (options.group) fields_.insert(fields_.end(), {Field::story, Field::copies});
  }
  Needs needs() const override { return needs_of(fields_); }
  void begin(const Node&, const SearchResult&) override {
    if (options_.header) row("query_id", [](Field field) { return std::string(name_of(field)); });
  }
  void hit(const HitView& view) override {
    row(options_.query_id, [&](Field field) { return field_text(field, view); });
  }

 private:
  template <typename Value>
  void row(const std::string& query, Value&& value) {
    std::vector<std::string> cells;
    if (options_.names_query) cells.push_back(query);
    for (const Field field : fields_) cells.push_back(value(field));
    out_ << table_row(format_, cells);
  }
  std::ostream& out_;
  const PrintOptions& options_;
  TableFormat format_;
  std::vector<Field> fields_;
};

}  // namespace

std::string csv_cell(const std::string& value) {
  std::string safe = sanitize(value, LineEnds::keep);
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

TableFormat table_format(Format format) {
  return format == Format::tsv ? TableFormat::tsv : TableFormat::csv;
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

std::unique_ptr<Printer> make_table_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<TablePrinter>(out, options);
}

}  // namespace news
