// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/printer.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

class CsvPrinter : public Printer {
 public:
  CsvPrinter(std::ostream& out, const SearcherOptions& options)
      : out_(out), fields_(options.fields) {
    if (fields_.empty()) fields_ = {"rank", "id", "score", "date", "source", "title", "url"};
  }
  void begin(const Node&, const SearchResult&) override {
    row([](const std::string& field) { return field; });
  }
  void hit(const HitView& view) override {
    row([&](const std::string& field) {
      return table_cell(TableFormat::csv, field_text(field, view));
    });
  }
  void end(const SearchResult&) override {}

 private:
  template <typename Cell>
  void row(Cell&& cell) {
    for (std::size_t i = 0; i < fields_.size(); ++i) out_ << (i > 0 ? "," : "") << cell(fields_[i]);
    out_ << '\n';
  }
  std::ostream& out_;
  std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Printer> make_csv_printer(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<CsvPrinter>(out, options);
}

}  // namespace news
