// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// RFC 4180: quoted when it must be, quotes doubled. Escape characters never reach a terminal.
std::string csv_cell(const std::string& value) {
  const std::string safe = sanitize(value, true);
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

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
    row([&](const std::string& field) { return csv_cell(field_text(field, view)); });
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
