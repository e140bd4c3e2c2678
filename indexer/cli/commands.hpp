// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "indexer/cli/options.hpp"

namespace news {

/// What the indexer's commands do, results to stdout, progress and reports to stderr.
Exit run_indexer(const IndexerOptions& options);

}  // namespace news
