// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"
#include "indexer/add/archive_writer.hpp"
#include "indexer/input/reader.hpp"

namespace news {

struct AddCommandOptions {
  std::vector<std::string> inputs;  ///< files, directories, "-" for standard input; one or more
  AddOptions add;
  InputOptions input;
  std::string report, quarantine;  ///< files to write; empty: none
  bool quiet = false;
};
AddCommandOptions read_add(const OptionValues& values);

/// `indexer add`: reads inputs into the archive, which is made if need be. Exit::partial if a
/// record was rejected. Throws Error(ErrorCode::interrupted) after a stop, when what was committed
/// is whole.
Exit run_add(const AddCommandOptions& options);

}  // namespace news
