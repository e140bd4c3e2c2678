// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"
#include "indexer/commands/compact.hpp"

namespace news {

struct RebuildOptions {
  RewriteCommandOptions rewrite;
  std::optional<std::uint32_t> story_window;  ///< days; none: as the archive has it
};
RebuildOptions read_rebuild(const OptionValues& values);

/// `indexer rebuild`: makes all that is derived again from the texts that the archive stores.
Exit run_rebuild(const RebuildOptions& options);

}  // namespace news
