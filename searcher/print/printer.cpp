// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/printer.hpp"

namespace news {

std::unique_ptr<Printer> make_printer(std::ostream& out, const SearcherOptions& options) {
  const auto& format = options.format;
  if (format == "json") return make_json_printer(out, options);
  if (format == "ndjson") return make_ndjson_printer(out, options);
  if (format == "csv" || format == "tsv") return make_table_printer(out, options);
  if (format == "ids" || format == "template") return make_piece_printer(out, options);
  if (format == "trec") return make_trec_printer(out, options);
  return make_text_printer(out, options);
}

}  // namespace news
