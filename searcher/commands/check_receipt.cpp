// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/check_receipt.hpp"

#include <filesystem>
#include <iostream>

#include "common/io/file.hpp"
#include "common/text/display.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/commands/receipt/receipt.hpp"
#include "searcher/engine/query/parser.hpp"

namespace news {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 30;

Receipt repeat(const std::vector<std::string>& archives, const Receipt& then) {
  Searcher searcher(archives);
  SearchRequest request = then.request;
  request.query = parse_query(then.query);
  const SearchResult result = searcher.search(request);
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits)
    ids.push_back(searcher.archives().segments()[hit.segment]->fields(hit.doc_id).id);
  return make_receipt(searcher, request, result, std::move(ids));
}

}  // namespace

CheckReceiptOptions read_check_receipt(const OptionValues& values) {
  read_rest(values, 1, "no receipt given");
  if (values.words.size() > 2)
    throw Error(ErrorCode::usage, "one receipt at a time, not also '" + values.words[2] + "'",
                values.see_help());
  return {read_archives(values), values.words[1]};
}

Exit run_check_receipt(const CheckReceiptOptions& options) {
  if (!std::filesystem::is_regular_file(options.receipt))
    throw Error(ErrorCode::usage, "there is no receipt '" + options.receipt + "'");
  const Receipt then = parse_receipt(read_small_file(options.receipt, kMaxBytes));
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
