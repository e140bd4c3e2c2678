// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/archives.hpp"

namespace news {

/// What may stand in the place of a query that is being written.
struct Completion {
  std::string value;  ///< the whole query
  std::string about;  ///< a phrase; may be empty
};

/// The most values of a field that are offered.
inline constexpr std::size_t kMaxCompletions = 200;

/// Completions of `query`, of which the last term is being written: names of fields, and the values
/// of source:, section:, lang: and author: that some article of the archive has, live or dead. By
/// prefix, whatever the case; ascending, kMaxCompletions at most; quoted as the query language asks
/// for. Without segments, names of fields alone. O(values of the column).
std::vector<Completion> complete_term(std::span<Segment* const> segments, std::string_view query);

/// The same in the archive at that place; one that cannot be opened has no values. Never throws
/// Error.
std::vector<Completion> complete_query(const std::string& archive, std::string_view query);

}  // namespace news
