// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/printer.hpp"

#include <algorithm>

namespace news {
namespace {

Needs::Depth depth_of(Field field) {
  switch (field) {
    case Field::snippet:
    case Field::matches:
      return Needs::Depth::matches;
    case Field::title:
    case Field::text:
      return Needs::Depth::article;
    default:
      return Needs::Depth::fields;
  }
}

}  // namespace

Needs needs_of(const std::vector<Field>& fields) {
  Needs out;
  for (const Field field : fields) {
    out.depth = std::max(out.depth, depth_of(field));
    out.story = out.story || field == Field::story;
    if (field == Field::copies) out.copies = std::numeric_limits<std::size_t>::max();
  }
  return out;
}

std::unique_ptr<Printer> make_printer(std::ostream& out, const PrintOptions& options) {
  switch (options.format) {
    case Format::json:
      return make_json_printer(out, options);
    case Format::ndjson:
      return make_ndjson_printer(out, options);
    case Format::csv:
    case Format::tsv:
      return make_table_printer(out, options);
    case Format::ids:
    case Format::filled_template:
      return make_piece_printer(out, options);
    case Format::trec:
      return make_trec_printer(out, options);
    case Format::text:
      break;
  }
  return make_text_printer(out, options);
}

}  // namespace news
