// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/error.hpp"

namespace news {

/// A query that cannot be read. `what()` is the message, `hint()` the suggestion (may be empty).
class QueryError : public Error {
 public:
  QueryError(std::size_t column, std::size_t length, const std::string& message,
             std::string suggestion = {})
      : Error(ErrorCode::usage, message, std::move(suggestion)), column_(column), length_(length) {}
  /// Where the trouble starts: code points from the start of the query, the first being 1.
  std::size_t column() const noexcept { return column_; }
  /// How many code points it covers, at least 1.
  std::size_t length() const noexcept { return length_; }
  std::string message() const { return what(); }
  const std::string& suggestion() const noexcept { return hint(); }

 private:
  std::size_t column_, length_;
};

/// Throws a QueryError about `part`, which must be a view into `query`.
[[noreturn]] void fail_at(std::string_view query, std::string_view part, const std::string& message,
                          std::string suggestion = {});

/// The query, a caret under the place of the error, the message and the suggestion, each on a line
/// of its own. Control characters are shown as blanks, wide characters count as two cells, and of
/// a long query only the surroundings are shown. `query` may be any bytes.
std::string caret_message(std::string_view query, const QueryError& error);

}  // namespace news
