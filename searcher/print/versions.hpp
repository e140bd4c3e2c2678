// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include "searcher/commands/options.hpp"
#include "searcher/engine/search/versions.hpp"

namespace news {

/// The list of an article's versions, numbered from 1, in the format of `options`: a table as wide
/// as the terminal, an object, or an object a line. Reads each of them. Throws
/// Error(Exit::damaged).
void print_versions(std::ostream& out, const SearcherOptions& options, const Archives& archives,
                    const std::vector<Version>& versions);

}  // namespace news
