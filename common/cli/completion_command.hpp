// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/completion.hpp"
#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

// The commands `completion` and `complete`, which both programs have.

namespace news {

struct CompletionOptions {
  const ProgramInfo* program;
  std::vector<std::string> words;  ///< a shell: bash, zsh or fish; or the command line so far
};

CompletionOptions read_completion(const OptionValues& values);
/// `completion`: prints the script by which a shell completes command lines.
Exit run_completion(const CompletionOptions& options);

inline constexpr CommandInfo kComplete{
    .name = "complete",
    .arguments = "WORDS...",
    .summary = "candidates for the last word, for the scripts of 'completion'",
    .examples = {},
    .about = {},
    .options = {},
    .hidden = true,
};
CompletionOptions read_complete(const OptionValues& values);
/// `complete`: prints candidates for the last word of a command line, a line each.
Exit print_candidates(const CompletionOptions& options, const ArgumentCompleter& completer);

}  // namespace news
