// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/completion_command.hpp"
#include "common/cli/exit.hpp"

namespace news {

/// `searcher complete`: queries are completed from the archive that is named first, names of saved
/// searches from those of that archive; one that cannot be opened has none.
Exit run_searcher_complete(const CompletionOptions& options);

}  // namespace news
