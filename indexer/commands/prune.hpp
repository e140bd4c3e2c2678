// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct PruneOptions {
  std::string archive;
  bool dry_run = false;
  bool quiet = false;
};
PruneOptions read_prune(const OptionValues& values);

/// `indexer prune`: removes files that no revision in force needs.
Exit run_prune(const PruneOptions& options);

}  // namespace news
