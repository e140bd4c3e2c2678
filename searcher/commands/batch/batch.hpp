// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/batch/batch_options.hpp"

namespace news {

/// `searcher batch`: answers queries from a file, in their order, several at a time, all over the
/// same revision of the archive. A thread has a Searcher of its own; at most four answers a thread
/// are in memory. Exit::partial if a query could not be read or answered, which does not stop the
/// others. Throws Error(ErrorCode::usage) when the file of queries cannot be read,
/// Error(ErrorCode::damaged) when the archive cannot.
Exit run_batch(const BatchOptions& options);

}  // namespace news
