// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher pipe`: answers requests from stdin, a JSON object a line, each at once and in their
/// order, until stdin ends. Throws Error(Exit::damaged) when the archives cannot be opened.
Exit run_pipe(const SearcherOptions& options);

}  // namespace news
