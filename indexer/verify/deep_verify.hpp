// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/archive/manifest.hpp"
#include "indexer/verify/isolated_check.hpp"

namespace news {

/// Analyses every article of a segment again and reports in what the segment's files differ from
/// what comes of it. Writes a whole segment into a new directory below TMPDIR and removes it again.
/// `threads` 0: all cores. Throws Error(ErrorCode::damaged) when the store cannot be read.
void verify_deep(const std::filesystem::path& archive, const SegmentInfo& segment, unsigned threads,
                 const ReportProblem& report);

}  // namespace news
