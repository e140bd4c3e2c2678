// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "indexer/stories/article_table.hpp"
#include "indexer/stories/disjoint_sets.hpp"

namespace news {

/// Joins each of the articles of `fresh` with all live articles of the table that are its copies:
/// within the window (kNoticeDays if one is shorter than kNotice), may_be_copies by their sketches,
/// and are_copies by their words. The result depends on the articles alone, not on threads or
/// order. Memory: some 50 MB beside the table. Throws Error(ErrorCode::damaged).
void join_copies(const ArticleTable& table, std::span<const ArticleNumber> fresh,
                 std::uint32_t window_days, unsigned threads, DisjointSets& joined);

}  // namespace news
