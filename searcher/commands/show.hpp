// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher show`: one article, a list of its versions, or what changed between two of
/// them. Exit::none, and why in the notes, when there is no such article or version. Throws
/// Error(Exit::damaged) when the archive cannot be read, Error(Exit::none) for a raw record that is
/// gone.
Exit run_show(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
