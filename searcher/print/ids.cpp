// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// Ids, and templates filled in: what shell scripts read piece by piece.
class PiecePrinter : public Printer {
 public:
  PiecePrinter(std::ostream& out, const PrintOptions& options)
      : out_(out), options_(options), parts_(options.parts) {
    if (options.format == Format::ids) parts_ = {{Field::id, {}}};
  }
  Needs needs() const override {
    std::vector<Field> fields;
    for (const auto& part : parts_)
      if (part.field) fields.push_back(*part.field);
    return needs_of(fields);
  }
  void hit(const HitView& view) override {
    if (options_.names_query) out_ << sanitize(options_.query_id) << '\t';
    const LineEnds line_ends = options_.print0 ? LineEnds::keep : LineEnds::blank;
    for (const auto& part : parts_)
      out_ << (part.field ? sanitize(field_text(*part.field, view), line_ends) : part.text);
    out_ << (options_.print0 ? '\0' : '\n');
  }

 private:
  std::ostream& out_;
  const PrintOptions& options_;
  std::vector<TemplatePart> parts_;
};

}  // namespace

std::unique_ptr<Printer> make_piece_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<PiecePrinter>(out, options);
}

}  // namespace news
