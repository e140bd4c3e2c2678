// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct BackupOptions {
  std::string archive;
  std::string target;  ///< a new or empty directory
  bool quiet = false;
};
BackupOptions read_backup(const OptionValues& values);

/// `indexer backup`: a copy of the archive as it is now.
Exit run_backup(const BackupOptions& options);

}  // namespace news
