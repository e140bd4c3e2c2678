// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/foreign/syntax.hpp"
#include "searcher/engine/query/parser.hpp"

namespace news {

/// Reads a query by the rules of that service, as docs/QUERY.md ("Factiva and Nexis") gives them;
/// native is parse_query. The tree obeys ast.hpp, so to_string gives the same query in our own
/// language. What has no meaning there, or none here, is a QueryError. Thread-safe; linear but for
/// its 200 levels of nesting.
Node parse_foreign(std::string_view query, Syntax syntax, const ParseOptions& options = {});

}  // namespace news
