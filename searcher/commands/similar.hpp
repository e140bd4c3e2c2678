// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/console.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher similar`: the articles most like one, printed as search prints. Exit::none,
/// and why in the notes, when there is no such article or none like it. Throws Error(Exit::damaged)
/// when the archive cannot be read.
Exit run_similar(Searcher& searcher, const SearcherOptions& options, const Console& console);

}  // namespace news
