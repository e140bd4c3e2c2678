// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/date.hpp"
#include "searcher/options.hpp"
#include "searcher/query/ast.hpp"

namespace news {

/// The day that this machine's clock and time zone say.
Date today();

/// Reads a query of the options' language. Throws QueryError. Thread-safe.
Node read_query(const std::string& query, const SearcherOptions& options, const Date& today);

/// The query of the command line, with hints about it on stderr. Syntax errors show it with a caret
/// there, whatever the format, and throw Error(Exit::usage).
Node read_query(const SearcherOptions& options);

}  // namespace news
