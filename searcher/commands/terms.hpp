// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher terms`: the words typical of what a query matches. Exit::none when nothing
/// matched. Throws as Searcher::search().
Exit run_terms(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
