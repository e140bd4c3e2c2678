// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/error.hpp"
#include "searcher/commands/options.hpp"

namespace news {

/// `searcher save`: names a query and remembers what it finds now. Throws Error(Exit::usage) if the
/// name is taken or the query finds more than can be remembered.
Exit run_save(const SearcherOptions& options);
/// `searcher new`: prints what a saved search finds and did not tell before, newest first, and
/// remembers it once all was printed. Exit::none if there is nothing.
Exit run_new(const SearcherOptions& options);
/// `searcher saved`: names and queries, a line each.
Exit run_saved(const SearcherOptions& options);
/// `searcher forget`.
Exit run_forget(const SearcherOptions& options);

}  // namespace news
