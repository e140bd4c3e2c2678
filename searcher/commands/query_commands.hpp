// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// True for the commands that run_query_command() knows: those that read archives and end.
bool is_query_command(SearcherOptions::Command command);

/// search, count, show, timeline, kwic, facets, terms or similar over archives that are open; the
/// archives that `options` name are not looked at. Exit::none when nothing was found. Throws
/// UnreadableQuery, Error as Searcher::search() does, Error(Exit::none) for versions and records
/// that are gone.
Exit run_query_command(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
