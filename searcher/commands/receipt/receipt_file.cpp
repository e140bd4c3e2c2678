// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/receipt/receipt_file.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <iostream>

#include "common/io/file.hpp"
#include "common/text/display.hpp"
#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;

Receipt repeat(const std::vector<std::string>& archives, const Receipt& then) {
  Searcher searcher(archives);
  SearchRequest request;
  request.query = parse_query(then.query);
  request.sort = then.sort;
  request.offset = then.offset;
  request.limit = then.limit;
  request.max_expansions = then.max_expansions;
  request.group = then.group;
  const SearchResult result = searcher.search(request);
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits)
    ids.push_back(searcher.archives().segments()[hit.segment]->fields(hit.ordinal).id);
  return make_receipt(searcher, request, result, std::move(ids));
}

}  // namespace

void read_receipt_options(SearcherOptions& options, const CommandLine& line) {
  options.receipt = line.value("receipt");
  if (options.command == SearcherOptions::Command::check_receipt) {
    if (line.words.size() > 2)
      throw Error(Exit::usage, "one receipt at a time, not also '" + line.words[2] + "'",
                  line.see_help());
    options.receipt = line.words[1];
  } else if (line.given("receipt")) {
    if (options.archives.size() > 1)
      throw Error(Exit::usage, "--receipt: a receipt is of one archive", line.see_help());
    // It is replaced by a new file, which would be the end of a device.
    if (options.receipt.empty() || options.receipt == "-" ||
        (fs::exists(options.receipt) && !fs::is_regular_file(options.receipt)))
      throw Error(Exit::usage, "--receipt: '" + options.receipt + "' is no plain file",
                  line.see_help());
  }
}

Receipt make_receipt(const Searcher& searcher, const SearchRequest& request,
                     const SearchResult& result, std::vector<std::string> ids) {
  Receipt out;
  const Manifest& manifest = searcher.archives().all().front().manifest;
  out.archive = manifest.uuid;
  out.revision = manifest.revision;
  out.software = NEWS_VERSION;
  out.written = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  out.query = to_string(request.query);
  out.sort = request.sort;
  out.offset = request.offset;
  out.limit = request.limit;
  out.max_expansions = request.max_expansions;
  out.group = request.group && result.has_copies;
  out.total = result.total;
  add_page(out, std::move(ids));
  return out;
}

void write_receipt(std::ostream& out, const SearcherOptions& options, const Receipt& receipt) {
  if (out.flush()) replace_file(fs::absolute(options.receipt), receipt_json(receipt));
}

Exit run_check_receipt(const SearcherOptions& options) {
  if (!fs::is_regular_file(options.receipt))
    throw Error(Exit::usage, "there is no receipt '" + options.receipt + "'");
  const Receipt then = parse_receipt(read_small_file(options.receipt, kMostBytes));
  const Receipt now = repeat(options.archives, then);
  const auto changes = compare_receipts(then, now);
  if (changes.empty()) {
    std::cout << "holds: " << now.total << (now.total == 1 ? " article, " : " articles, ")
              << now.hits << " on the page, revision " << now.revision << "\n";
    return Exit::ok;
  }
  for (const auto& change : changes) std::cout << sanitize(change) << "\n";
  if (then.total == now.total && then.sha256 == now.sha256) std::cout << "the result is the same\n";
  if (then.software != now.software)
    std::cout << "searcher " << now.software << ", was " << sanitize(then.software) << "\n";
  return Exit::none;
}

}  // namespace news
