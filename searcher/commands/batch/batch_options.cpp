// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch_options.hpp"

namespace news {

BatchOptions read_batch(const OptionValues& values) {
  constexpr unsigned kMaxThreads = 256;
  const auto refuse_if = [&](bool wrong, const std::string& why) {
    if (wrong) throw Error(ErrorCode::usage, "batch: " + why, values.see_help());
  };
  BatchOptions out;
  out.archives = read_archives(values);
  out.queries = values.value("queries");
  refuse_if(out.queries.empty(), "no --queries given: a file, or - for standard input");
  if (values.words.size() > 1)
    refuse_if(true, "queries stand in the file of --queries, not here: '" + values.words[1] + "'");
  out.count = values.flag("count");
  refuse_if(out.count && (values.given("format") || values.given("fields")),
            "--count has a form of its own: id, tab, number");
  out.threads = values.number<unsigned>("threads");
  refuse_if(out.threads > kMaxThreads, "--threads is at most 256");
  out.query = read_other_query(values, {});
  out.print = read_print_options(values);
  out.print.names_query = true;
  out.request = read_request(values, out.print);
  out.request.facets.clear();
  return out;
}

}  // namespace news
