// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct PipeOptions {
  std::vector<std::string> archives;
};
PipeOptions read_pipe(const OptionValues& values);

/// `searcher pipe`: answers requests from stdin, a JSON object a line, each at once and in their
/// order, until stdin ends. Throws Error(ErrorCode::damaged) when the archives cannot be opened.
Exit run_pipe(const PipeOptions& options);

}  // namespace news
