// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher timeline`: hits over time, also to the files that were asked for. Exit::none
/// when no query matches anything. Throws Error(Exit::usage) for queries that cannot be read,
/// Error(Exit::damaged) when the archive cannot be read or a file not be written.
Exit run_timeline(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
