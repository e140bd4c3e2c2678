// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/completion.hpp"
#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

struct CompletionOptions {
  const ProgramInfo* program;
  std::vector<std::string> words;  ///< a shell: bash, zsh or fish; or the command line so far
};

CompletionOptions read_completion(const OptionValues& values);
/// `searcher completion`: the script by which a shell completes command lines.
Exit run_completion(const CompletionOptions& options);

CompletionOptions read_complete(const OptionValues& values);
/// `searcher complete`: candidates for the last word of a command line, a line each.
Exit run_complete(const CompletionOptions& options);

/// The argument QUERY or NAME (of a saved search) of a command, with the archive named first;
/// nothing for any other argument. An archive that cannot be opened has no values. Never throws
/// Error.
std::vector<Candidate> complete_argument(std::string_view name,
                                         const std::vector<std::string>& arguments,
                                         const std::string& word);

}  // namespace news
