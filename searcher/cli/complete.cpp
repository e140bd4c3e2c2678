// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/complete.hpp"

#include "common/archive/manifest.hpp"
#include "searcher/commands/saved/saved_search.hpp"
#include "searcher/engine/completion/complete_term.hpp"

namespace news {
namespace {

std::vector<Candidate> complete_name(const std::string& archive, const std::string& word) {
  std::vector<Candidate> out;
  try {
    for (const auto& name : SavedSearches(read_manifest(archive).uuid).names())
      if (name.starts_with(word)) out.push_back({name, {}});
  } catch (const Error&) {
    // an archive that is not there has none
  }
  return out;
}

std::vector<Candidate> complete_argument(std::string_view name,
                                         const std::vector<std::string>& arguments,
                                         const std::string& word) {
  if (arguments.empty()) return {};
  if (name == "NAME") return complete_name(arguments[0], word);
  if (name != "QUERY") return {};
  std::vector<Candidate> out;
  for (auto& [value, about] : complete_query(arguments[0], word)) out.push_back({value, about});
  return out;
}

}  // namespace

Exit run_searcher_complete(const CompletionOptions& options) {
  return print_candidates(options, complete_argument);
}

}  // namespace news
