// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace news {

class CommandLine;
struct SearcherOptions;

/// What only batch is told. Plain value.
struct BatchOptions {
  std::string queries;   ///< a file, "-" for standard input
  bool count = false;    ///< totals alone
  unsigned threads = 0;  ///< 0: one a core
};

/// Fills options.batch and what a batch sets otherwise than a search; nothing for other commands.
/// Throws Error(Exit::usage).
void read_batch_options(SearcherOptions& options, const CommandLine& line);

}  // namespace news
