// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher story`: all articles of the story of one, or what changed from the first to another.
/// Exit::none, and why in the notes, when there is no such article. Throws Error(Exit::damaged)
/// when the archive cannot be read, Error(Exit::none) when the story has not so many articles.
Exit run_story(Searcher& searcher, const SearcherOptions& options, const Console& console);

/// Throws Error(Exit::usage) for what does not go together.
void check_story(const SearcherOptions& options, const CommandLine& line);

}  // namespace news
