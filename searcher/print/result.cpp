// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/result.hpp"

#include <algorithm>

namespace news {
namespace {

std::unique_ptr<Printer> make_printer(std::ostream& out, const SearcherOptions& options) {
  if (options.format == "json") return make_json_printer(out, options);
  if (options.format == "ndjson") return make_ndjson_printer(out, options);
  if (options.format == "csv") return make_csv_printer(out, options);
  return make_text_printer(out, options);
}

// Finding what matched in an article costs more than reading it.
bool needs_matches(const SearcherOptions& options) {
  if (options.fields.empty()) return options.format != "csv";
  return std::any_of(options.fields.begin(), options.fields.end(),
                     [](const std::string& f) { return f == "snippet" || f == "matches"; });
}

}  // namespace

void print_result(std::ostream& out, const SearcherOptions& options, const Node& query,
                  Searcher& searcher, const SearchResult& result) {
  const auto printer = make_printer(out, options);
  printer->begin(query, result);
  const bool wants_matches = needs_matches(options);
  std::uint64_t rank = result.offset;
  for (const Hit& hit : result.hits) {
    const auto [article, matches] =
        wants_matches ? searcher.read(query, hit) : Searcher::Found{searcher.article(hit), {}};
    printer->hit({++rank, hit, article, matches});
    if (!out) break;
  }
  printer->end(result);
}

}  // namespace news
