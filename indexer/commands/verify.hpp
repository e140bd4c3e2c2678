// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct VerifyCommandOptions {
  std::string archive;
  bool deep = false;     ///< analyse every article again and compare
  bool repair = false;   ///< mend what is damaged, first
  unsigned threads = 0;  ///< 0: one a core
};
VerifyCommandOptions read_verify(const OptionValues& values);

/// `indexer verify`: compares every byte with its checksum, and repairs first if asked to.
/// Exit::partial if a repair lost articles. Throws Error(ErrorCode::damaged) if problems are left.
Exit run_verify(const VerifyCommandOptions& options);

}  // namespace news
