// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// What the searcher's commands do, results to stdout, all else to stderr.
Exit run_searcher(const SearcherOptions& options);

}  // namespace news
