// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// Two of the texts of an article, or of the articles of a story, by their numbers from 1.
struct DiffOptions {
  bool wanted = false;
  std::uint32_t from = 0, to = 0;  ///< 0: not named
};
/// --diff: nothing, N or N,M.
DiffOptions read_diff(const OptionValues& values);

struct ShowOptions {
  std::string id;
  PrintOptions print;
  QueryText mark;             ///< whose matches are marked; empty text: none
  bool raw = false;           ///< the record as it came
  bool versions = false;      ///< the list of its versions
  std::uint32_t version = 0;  ///< that one, counted from 1; 0: as it is now
  DiffOptions diff;
};
ShowOptions read_show(const OptionValues& values);

/// `searcher show`: one article, a list of its versions, or what changed between two of them.
/// Exit::none, and why in the notes, when there is no such article. Throws
/// Error(ErrorCode::damaged) when the archive cannot be read, Error(ErrorCode::not_found) for a
/// version or a raw record that is gone.
Exit run_show(const ShowOptions& options, const Context& context);

}  // namespace news
