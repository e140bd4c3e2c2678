// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

/// A command of a program that does all by itself: a row of the program's table.
struct Command {
  CommandInfo info;
  /// Reads the options, and opens nothing; what it returns does the rest, results to stdout, all
  /// else to stderr. Throws Error(ErrorCode::usage).
  std::function<Exit()> (*prepare)(const OptionValues& values) = nullptr;
  bool needs_archive = true;  ///< as its first word
};

/// The `prepare` of a command whose options `read` reads, and which `run` does.
template <auto read, auto run>
std::function<Exit()> prepare_alone(const OptionValues& values) {
  return [options = read(values)] { return run(options); };
}

}  // namespace news
