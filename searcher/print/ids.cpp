// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display.hpp"
#include "searcher/print/printer.hpp"

namespace news {
namespace {

// Ids, and templates filled in: what shell scripts read piece by piece.
class PiecePrinter : public Printer {
 public:
  PiecePrinter(std::ostream& out, const SearcherOptions& options)
      : out_(out), output_(options.output), form_(output_.form) {
    if (options.format == "ids") form_ = {{true, "id"}};
  }
  void begin(const Node&, const SearchResult&) override {}
  void hit(const HitView& view) override {
    if (output_.names_query) out_ << sanitize(output_.query_id) << '\t';
    for (const auto& part : form_)
      out_ << (part.is_field ? sanitize(field_text(part.text, view),
                                        output_.print0 ? LineEnds::keep : LineEnds::blank)
                             : part.text);
    out_ << (output_.print0 ? '\0' : '\n');
  }
  void end(const SearchResult&) override {}

 private:
  std::ostream& out_;
  const HitOutput& output_;
  std::vector<TemplatePart> form_;
};

}  // namespace

std::unique_ptr<Printer> make_piece_printer(std::ostream& out, const SearcherOptions& options) {
  return std::make_unique<PiecePrinter>(out, options);
}

}  // namespace news
