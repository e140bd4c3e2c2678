// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>

#include "common/cli/exit.hpp"
#include "indexer/cli/options.hpp"

namespace news {

/// `indexer verify`, with --deep and --repair. Throws Error(ErrorCode::damaged) after telling what
/// is wrong.
Exit run_verify(const IndexerOptions& options, const std::atomic<bool>& stop);

}  // namespace news
