// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "common/date.hpp"
#include "common/error.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/query/query_error.hpp"

namespace news {

/// Reads a query in its language. Throws QueryError. Thread-safe.
Node read_query(const QueryText& query, const Date& today);

/// What read_query() throws when it has shown a syntax error, so that it is not shown twice.
class UnreadableQuery : public Error {
 public:
  explicit UnreadableQuery(QueryError cause)
      : Error(ErrorCode::usage, "the query cannot be read"), cause_(std::move(cause)) {}
  const QueryError& cause() const noexcept { return cause_; }

 private:
  QueryError cause_;
};

/// The same with hints about the query in `notes`. Syntax errors show it with a caret there,
/// whatever the format, and throw UnreadableQuery.
Node read_query(const QueryText& query, std::ostream& notes);

}  // namespace news
