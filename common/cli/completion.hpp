// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/program.hpp"

namespace news {

/// What may stand in the place of a word that is being written.
struct Candidate {
  std::string value;  ///< the whole word
  std::string about;  ///< a phrase for shells that show one; may be empty
};

/// Candidates for an argument that the tables know by its name only, such as QUERY. `arguments`:
/// those of the command that stand before it, the archive first; `word`: as far as it is written.
using ArgumentCompleter = std::function<std::vector<Candidate>(
    std::string_view name, const std::vector<std::string>& arguments, const std::string& word)>;

/// Candidates for the last of `words`, a command line without the program's name: commands, options
/// of the command, choices, directories and files; for all other arguments what `completer` says.
/// Reads the directory that is being named, nothing else. Never throws for what words say.
std::vector<Candidate> complete(const ProgramInfo& program, const std::vector<std::string>& words,
                                const ArgumentCompleter& completer);

/// The candidates as completion scripts read them: one a line, "value TAB about". Those that hold
/// control characters are left out.
std::string candidate_lines(const std::vector<Candidate>& candidates);

/// Names in directory `word` that begin with the rest of it: archives by their name, other
/// directories with "/" at their end, and files if asked for. Hidden ones only if the word asks for
/// them.
std::vector<Candidate> complete_path(const std::string& word, bool files);

/// The script that makes the shell ask `PROGRAM complete -- WORDS...`. Throws
/// Error(ErrorCode::usage) unless `shell` is bash, zsh or fish.
std::string completion_script(const ProgramInfo& program, std::string_view shell);

}  // namespace news
