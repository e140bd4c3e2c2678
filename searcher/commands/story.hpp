// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/show.hpp"

namespace news {

struct StoryOptions {
  std::string id;
  PrintOptions print;
  DiffOptions diff;
};
StoryOptions read_story_options(const OptionValues& values);

/// `searcher story`: all articles of the story of one, or what changed from the first to another.
/// Exit::none, and why in the notes, when there is no such article. Throws
/// Error(ErrorCode::damaged) when the archive cannot be read, Error(ErrorCode::not_found) when the
/// story has not so many articles.
Exit run_story(const StoryOptions& options, const Context& context);

}  // namespace news
