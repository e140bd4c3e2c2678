// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/cli/exit.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// A line of `searcher shell`, understood.
struct ShellLine {
  enum class Kind : std::uint8_t {
    nothing,
    query,
    next,
    previous,
    open,   ///< the hit `number`
    story,  ///< that of the hit `number`
    sort,   ///< by `argument`
    facets,
    count,
    help,
    quit,
    unknown  ///< no command of the shell
  };
  Kind kind = Kind::nothing;
  std::string argument;  ///< the query, or what stands after the command
  std::uint64_t number = 0;
};

/// Commands begin with a colon; `n`, `p` and numbers stand alone; all else is a query.
ShellLine parse_shell_line(std::string_view line);

struct ShellOptions {
  std::vector<std::string> archives;
  QueryText query;        ///< how each is read; its text is unused
  SearchRequest request;  ///< but for its query; its limit is that of a page
  PrintOptions print;
  PagerMode pager = PagerMode::auto_;
};
ShellOptions read_shell(const OptionValues& values);

/// `searcher shell`: queries and commands, a line each, until `:quit` or the end of input. On a
/// terminal with line editing, history and completion. Errors are reported and do not end it.
/// Throws Error(ErrorCode::damaged) when the archive cannot be opened.
Exit run_shell(const ShellOptions& options);

}  // namespace news
