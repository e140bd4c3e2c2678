// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/options.hpp"

namespace news {

/// `searcher kwic`: the concordance to stdout, how many lines there are to stderr, or into the
/// JSON. Exit::none when nothing matched. Throws as Searcher::search().
Exit run_kwic(const SearcherOptions& options);

}  // namespace news
