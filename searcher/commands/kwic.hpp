// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher kwic`: the concordance, and how many lines there are in the notes, or in the
/// JSON. Exit::none when nothing matched. Throws as Searcher::search().
Exit run_kwic(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
