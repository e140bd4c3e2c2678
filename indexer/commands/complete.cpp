// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands/complete.hpp"

#include "searcher/engine/completion/complete_term.hpp"

namespace news {
namespace {

// A query is completed as the searcher's is.
std::vector<Candidate> complete_argument(std::string_view name,
                                         const std::vector<std::string>& arguments,
                                         const std::string& word) {
  std::vector<Candidate> out;
  if (name != "QUERY" || arguments.empty()) return out;
  for (auto& [value, about] : complete_query(arguments[0], word)) out.push_back({value, about});
  return out;
}

}  // namespace

Exit run_indexer_complete(const CompletionOptions& options) {
  return print_candidates(options, complete_argument);
}

}  // namespace news
