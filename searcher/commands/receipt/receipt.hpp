// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// What a search asked and found, so that it can be repeated and compared. Plain value.
struct Receipt {
  std::string archive;  ///< its uuid
  std::uint64_t revision = 0;
  std::string software;   ///< version of the searcher
  std::string written;    ///< UTC, ISO 8601
  std::string query;      ///< canonical form
  SearchRequest request;  ///< what was asked for, but for its query
  std::uint64_t total = 0;
  std::uint64_t hits = 0;        ///< on the page
  std::string sha256;            ///< of the page's ids in their order, NUL after each; hexadecimal
  std::vector<std::string> ids;  ///< in order, if whole()

  /// Is the page the whole result? Then the receipt names every id.
  bool whole() const { return request.offset == 0 && request.limit == UINT64_MAX; }
};

/// One JSON object, docs/schema/receipt.schema.json. Ends with a line end.
std::string receipt_json(const Receipt& receipt);
/// Reads it back; throws Error(ErrorCode::usage) for anything else.
Receipt parse_receipt(std::string_view json);

/// The receipt of a result whose page, all of it, has these ids. `request` as it was searched.
Receipt make_receipt(const Searcher& searcher, const SearchRequest& request,
                     const SearchResult& result, std::vector<std::string> ids);

/// Flushes `out` and, if all of it was written, puts the receipt in its file, whole or not at all.
/// Throws Error(ErrorCode::damaged) when that cannot be written.
void write_receipt(std::ostream& out, const std::string& path, const Receipt& receipt);

/// Adds the ids of a page: their number, digest, and, if the receipt is whole, themselves.
void add_page(Receipt& receipt, std::vector<std::string> ids);

/// What is otherwise now, a line each, in plain words; empty if nothing is. The time, and the
/// version of the software, are not compared. O(ids).
std::vector<std::string> compare_receipts(const Receipt& then, const Receipt& now);

}  // namespace news
