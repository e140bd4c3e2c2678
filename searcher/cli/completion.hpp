// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/archive/archives.hpp"
#include "common/cli/completion.hpp"

namespace news {

/// The most values of a field that are offered.
inline constexpr std::size_t kMostCandidates = 200;

/// Candidates for `query`, of which the last term is being written: names of fields, and the values
/// of source:, section:, lang: and author: that some article of the archive has, live or dead. By
/// prefix, whatever the case; ascending, kMostCandidates at most; quoted as the query language asks
/// for. Without segments, names of fields alone. O(values of the column).
std::vector<Candidate> complete_term(std::span<Segment* const> segments, std::string_view query);

/// The argument QUERY or NAME (of a saved search) of a command, with the archive named first;
/// nothing for any other argument.
/// An archive that cannot be opened has no values. Never throws Error.
std::vector<Candidate> complete_query(std::string_view name,
                                      const std::vector<std::string>& arguments,
                                      const std::string& word);

}  // namespace news
