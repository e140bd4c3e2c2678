// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>

#include "common/cli/exit.hpp"
#include "indexer/cli/options.hpp"

namespace news {

// What the commands that keep an archive do. `stop` is set when the user asks to end.

Exit run_delete(const IndexerOptions& options);
Exit run_compact(const IndexerOptions& options, const std::atomic<bool>& stop);
Exit run_rebuild(const IndexerOptions& options, const std::atomic<bool>& stop);
Exit run_backup(const IndexerOptions& options);
Exit run_prune(const IndexerOptions& options);

}  // namespace news
