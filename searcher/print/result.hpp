// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/print/printer.hpp"

namespace news {

/// A result in the format of `options`, its hits read one by one; ends early when nobody reads
/// `out` any more. `query` says what of them is marked. Throws Error(Exit::damaged).
void print_result(std::ostream& out, const SearcherOptions& options, const Node& query,
                  Searcher& searcher, const SearchResult& result);

}  // namespace news
