// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/csv/csv_row.hpp"

#include <algorithm>

namespace news {
namespace {

/// Takes one field off the front of `row`, up to its delimiter or the end.
std::string take_field(std::string_view& row, char delimiter) {
  std::string field;
  if (row.starts_with('"')) {
    row.remove_prefix(1);
    for (;;) {
      const auto quote = std::min(row.find('"'), row.size());
      field.append(row.substr(0, quote));
      row.remove_prefix(std::min(quote + 1, row.size()));
      if (!row.starts_with('"')) break;
      field += '"';
      row.remove_prefix(1);
    }
  }
  const auto end = std::min(row.find(delimiter), row.size());
  field.append(row.substr(0, end));
  row.remove_prefix(end);
  return field;
}

}  // namespace

std::size_t CsvScanner::find_end(std::string_view text) {
  while (at_ < text.size()) {
    if (state_ == State::quoted) {
      const auto quote = text.find('"', at_);
      at_ = std::min(quote, text.size());
      if (quote == text.npos) break;
      state_ = State::after_quote;
      ++at_;
      continue;
    }
    const char c = text[at_];
    if (c == '"' && state_ != State::plain) {
      state_ = State::quoted;
    } else if (c == '\n') {
      return at_;
    } else {
      state_ = c == delimiter_ ? State::field_start : State::plain;
    }
    ++at_;
  }
  return std::string_view::npos;
}

std::vector<std::string> csv_fields(std::string_view row, char delimiter) {
  if (row.ends_with('\r')) row.remove_suffix(1);
  std::vector<std::string> fields;
  for (;;) {
    fields.push_back(take_field(row, delimiter));
    if (row.empty()) return fields;
    row.remove_prefix(1);
  }
}

}  // namespace news
