// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/archive/archive.hpp"
#include "indexer/verify/isolated_check.hpp"

namespace news {

/// ReportProblems what stories can never be: with fewer than two articles, with one that is not
/// live or in another story too, not earliest first. Throws Error(ErrorCode::damaged). O(articles
/// in stories).
void check_stories(const Archive& archive, const ReportProblem& report);

/// Groups all articles again and reports whether other stories come out; looks at nothing in an
/// archive that has not grouped its articles. Throws Error(ErrorCode::damaged).
void check_stories_deep(const std::filesystem::path& archive, const Manifest& manifest,
                        unsigned threads, const ReportProblem& report);

}  // namespace news
