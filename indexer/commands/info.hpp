// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct InfoOptions {
  std::string archive;
  bool coverage = false;        ///< what the archive covers, instead of what it is
  std::string format = "text";  ///< text or json, with coverage also csv
};
InfoOptions read_info(const OptionValues& values);

/// `indexer info`: what is in an archive, or what it covers.
Exit run_info(const InfoOptions& options);

}  // namespace news
