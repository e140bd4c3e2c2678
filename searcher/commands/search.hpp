// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct SearchOptions {
  QueryText query;
  SearchRequest request;  ///< but for its query
  PrintOptions print;
  bool explain = false;
  std::string receipt;  ///< the file to write one to; empty: none
};
SearchOptions read_search(const OptionValues& values);

/// `searcher search`: articles that match, best first. Throws UnreadableQuery, Error as
/// Searcher::search() does.
Exit run_search(const SearchOptions& options, const Context& context);

}  // namespace news
