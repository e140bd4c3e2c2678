// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Finds where one row of RFC 4180 text ends. A quote opens only at the beginning of a field; what
/// follows a closing quote is taken as it stands. Can be fed a growing text.
class CsvScanner {
 public:
  explicit CsvScanner(char delimiter) : delimiter_(delimiter) {}
  /// `text` begins with the row and all that was seen before. The row's size without its newline,
  /// npos while it has not ended.
  std::size_t find_end(std::string_view text);
  bool in_quotes() const { return state_ == State::quoted; }

 private:
  enum class State { field_start, plain, quoted, after_quote };
  char delimiter_;
  State state_ = State::field_start;
  std::size_t at_ = 0;
};

/// The fields of a row, unquoted.
std::vector<std::string> csv_fields(std::string_view row, char delimiter);

}  // namespace news
