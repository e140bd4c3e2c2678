// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"
#include "searcher/commands/context.hpp"

namespace news {

/// A command with its options read: what is left to do. Exit::none when nothing was found.
using Run = std::function<Exit(const Context&)>;

/// A command that reads open archives and ends. People ask it on the command line, programs by
/// requests in JSON whose "op" is its name.
struct Operation {
  CommandInfo info;
  /// Reads the options, and opens nothing. Throws Error(ErrorCode::usage).
  Run (*prepare)(const OptionValues& values) = nullptr;
  bool paged = false;     ///< its text may be longer than a screen
  bool takes_id = false;  ///< its argument is the id of an article, not a query
};

/// The `prepare` of a command whose options `read` reads, and which `run` does.
template <auto read, auto run>
Run prepare(const OptionValues& values) {
  return [options = read(values)](const Context& context) { return run(options, context); };
}

}  // namespace news
