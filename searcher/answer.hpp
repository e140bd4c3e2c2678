// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "searcher/options.hpp"
#include "searcher/print/printer.hpp"

namespace news {

/// The query of the options, read in their syntax. Hints, and syntax errors with a caret, go to
/// stderr. Throws Error(Exit::usage).
Node read_query(const SearcherOptions& options);

/// Today by this machine's clock and time zone.
Date today();

/// How to page what the options ask for, which only what people read is unless told.
PagerMode pager_mode(const SearcherOptions& options);

/// Prints a result on stdout in the format of the options; stops when nobody reads any more.
/// `changed`, if given: whether a hit is to be marked as changed.
void print_answer(Searcher& searcher, const Node& query, const SearchResult& result,
                  const SearcherOptions& options,
                  const std::function<bool(const Hit&)>& changed = {});

}  // namespace news
