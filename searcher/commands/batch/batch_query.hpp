// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// One query of a batch, not read yet. Plain value.
struct BatchQuery {
  std::string id, query;
  std::optional<std::uint64_t> limit;  ///< hits to show of this one
};

/// Reads a line: `id TAB query`, or, where it begins with a brace, a JSON object with `id` (a
/// string or a whole number), `query` and perhaps `limit`. Fills `out` as far as it can and throws
/// Error(ErrorCode::usage) for anything else. Thread-safe, linear.
void parse_batch_line(std::string_view line, BatchQuery& out);

}  // namespace news
