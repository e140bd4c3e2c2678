// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"
#include "indexer/revise/rewriter.hpp"

namespace news {

struct RewriteCommandOptions {
  std::string archive;
  RewriteOptions rewrite;
  bool quiet = false;
};
RewriteCommandOptions read_compact(const OptionValues& values);

/// `indexer compact`: merges segments, drops what was deleted or replaced.
Exit run_compact(const RewriteCommandOptions& options);

/// Reports what was written again. Throws Error(ErrorCode::interrupted) if it was stopped before
/// its end.
Exit finish_rewriting(const RewriteCommandOptions& options, const CompactReport& report,
                      const ArchiveEditor& editor);

}  // namespace news
