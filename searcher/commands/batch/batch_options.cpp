// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/batch/batch_options.hpp"

#include "searcher/commands/options.hpp"

namespace news {

void read_batch_options(SearcherOptions& options, const CommandLine& line) {
  if (options.command != SearcherOptions::Command::batch) return;
  const auto refuse = [&](const std::string& why) {
    throw Error(Exit::usage, "batch: " + why, line.see_help());
  };
  BatchOptions& out = options.batch;
  out.queries = line.value("queries");
  if (out.queries.empty()) refuse("no --queries given: a file, or - for standard input");
  if (line.words.size() > 1)
    refuse("queries stand in the file of --queries, not here: '" + line.words[1] + "'");
  out.count = line.flag("count");
  if (out.count && (line.given("format") || line.given("fields")))
    refuse("--count has a form of its own: id, tab, number");
  constexpr unsigned kMostThreads = 256;
  out.threads = line.number<unsigned>("threads");
  if (out.threads > kMostThreads) refuse("--threads is at most 256");
  if (!line.given("format")) options.format = "json";
  if (options.format == "text") refuse("--format is json, ndjson, csv, tsv, ids or trec");
  options.output.names_query = true;
  options.facets.clear();
}

}  // namespace news
