// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/date.hpp"
#include "searcher/options.hpp"
#include "searcher/query/ast.hpp"

namespace news {

/// The day that it is here.
Date today();

/// The query of the command line, with hints about it on stderr. Syntax errors show it with a caret
/// there, whatever the format, and throw Error(Exit::usage).
Node read_query(const SearcherOptions& options);

}  // namespace news
