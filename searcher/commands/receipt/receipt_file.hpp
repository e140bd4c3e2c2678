// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/commands/options.hpp"
#include "searcher/commands/receipt/receipt.hpp"

namespace news {

/// Fills options.receipt. Throws Error(Exit::usage), also for a place that is no plain file.
void read_receipt_options(SearcherOptions& options, const CommandLine& line);

/// The receipt of a result whose page, all of it, has these ids. `request` as it was searched.
Receipt make_receipt(const Searcher& searcher, const SearchRequest& request,
                     const SearchResult& result, std::vector<std::string> ids);

/// Flushes `out` and, if all of it was written, puts the receipt in its file, whole or not at all.
/// Throws Error(Exit::damaged) when that cannot be written.
void write_receipt(std::ostream& out, const SearcherOptions& options, const Receipt& receipt);

/// `searcher check-receipt`: repeats the search and says what is otherwise. Exit::none if anything
/// is. Throws Error(Exit::usage) for a file that is no receipt, Error(Exit::damaged) for the
/// archive.
Exit run_check_receipt(const SearcherOptions& options);

}  // namespace news
