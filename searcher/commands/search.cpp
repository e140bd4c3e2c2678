// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/search.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "common/text/display.hpp"
#include "searcher/commands/print_hits.hpp"
#include "searcher/commands/read_query.hpp"
#include "searcher/commands/receipt/receipt.hpp"
#include "searcher/print/explanation.hpp"

namespace news {
namespace {

std::string read_receipt_path(const OptionValues& values) {
  std::string path = values.value("receipt");
  if (!values.given("receipt")) return path;
  if (read_archives(values).size() > 1)
    throw Error(ErrorCode::usage, "--receipt: a receipt is of one archive", values.see_help());
  // It is replaced by a new file, which would be the end of a device.
  if (path.empty() || path == "-" ||
      (std::filesystem::exists(path) && !std::filesystem::is_regular_file(path)))
    throw Error(ErrorCode::usage, "--receipt: '" + path + "' is no plain file", values.see_help());
  return path;
}

constexpr std::uint64_t kFewHits = 3;  // so few that a slip of the pen is likely

void explain(const SearchOptions& options, const SearchResult& result, std::ostream& notes) {
  if (!options.explain) return;
  if (result.expanded) print_expansion(notes, result.expansion);
  notes << fmt::format("time: match {:.2f} ms, rank {:.2f} ms, facets {:.2f} ms\n",
                       result.times.match, result.times.rank, result.times.facets);
}

void suggest(Searcher& searcher, const Node& query, std::ostream& notes) {
  for (const auto& s : searcher.suggest(query))
    notes << "searcher: hint: no article holds '" << sanitize(s.word) << "'; did you mean '"
          << sanitize(s.instead) << "'?\n";
}

}  // namespace

SearchOptions read_search(const OptionValues& values) {
  SearchOptions out;
  out.query = read_query_text(values);
  out.print = read_print_options(values);
  out.request = read_request(values, out.print);
  out.explain = values.flag("explain");
  out.receipt = read_receipt_path(values);
  if (!out.receipt.empty() && (out.request.expand || out.request.half_life > 0))
    throw Error(ErrorCode::usage, "--receipt keeps no order by --expand or --recent",
                "Leave those out, or add --sort newest instead.");
  return out;
}

Exit run_search(const SearchOptions& options, const Context& context) {
  const auto& [searcher, out, notes] = context;
  SearchRequest request = options.request;
  request.query = read_query(options.query, notes);
  const auto printer = make_printer(out, options.print);
  if (!printer->needs().facets) request.facets.clear();
  if (options.explain)
    print_explanation(notes, request.query,
                      searcher.explain(request.query, request.max_expansions));
  const SearchResult result = searcher.search(request);
  explain(options, result, notes);
  if (result.total <= kFewHits) suggest(searcher, request.query, notes);
  std::vector<std::string> ids;
  HitListener listener;
  if (!options.receipt.empty())
    listener.seen = [&](const Article& article) { ids.push_back(article.id); };
  print_hits(searcher, request.query, result, *printer, out, options.print, listener);
  if (!options.receipt.empty())
    write_receipt(out, options.receipt, make_receipt(searcher, request, result, std::move(ids)));
  return result.total > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
