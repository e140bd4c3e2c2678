// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion_command.hpp"

#include <iostream>

namespace news {

CompletionOptions read_completion(const OptionValues& values) {
  return {&values.program(), {values.only_word("a shell: bash, zsh or fish")}};
}

Exit run_completion(const CompletionOptions& options) {
  std::cout << completion_script(*options.program, options.words.front());
  return Exit::ok;
}

CompletionOptions read_complete(const OptionValues& values) {
  return {&values.program(), values.words};
}

Exit print_candidates(const CompletionOptions& options, const ArgumentCompleter& completer) {
  std::cout << candidate_lines(complete(*options.program, options.words, completer));
  return Exit::ok;
}

}  // namespace news
