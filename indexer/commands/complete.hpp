// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/completion_command.hpp"
#include "common/cli/exit.hpp"

namespace news {

/// `indexer complete`: queries are completed as the searcher's are.
Exit run_indexer_complete(const CompletionOptions& options);

}  // namespace news
