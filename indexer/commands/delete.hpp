// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct DeleteOptions {
  std::string archive;
  std::string query;  ///< of the searcher's language; empty: none
  std::string ids;    ///< a file with an id a line, "-" for standard input; empty: none
  bool dry_run = false;
  bool quiet = false;
};
DeleteOptions read_delete(const OptionValues& values);

/// `indexer delete`: takes out what a query finds, and articles by id. Exit::none if there was
/// nothing to delete, Exit::partial if an id is unknown.
Exit run_delete(const DeleteOptions& options);

}  // namespace news
