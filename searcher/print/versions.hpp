// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include "searcher/engine/search/versions.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// The list of an article's versions, numbered from 1, in the format of `options`: a table as wide
/// as the terminal, an object, or an object a line. `id`: by which the article was asked for. Reads
/// each of them. Throws Error(ErrorCode::damaged).
void print_versions(std::ostream& out, const PrintOptions& options, const std::string& id,
                    const Archives& archives, const std::vector<Version>& versions);

}  // namespace news
