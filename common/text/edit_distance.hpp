// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// Optimal string alignment distance (Damerau–Levenshtein without overlapping edits; Boytsov,
/// "Indexing methods for approximate dictionary searching", 2011): a character that is inserted,
/// deleted or changed is one edit, and so are two neighbours that changed places. limit + 1 when it
/// is larger than `limit`. O(a × b).
template <typename Char>
std::uint32_t edit_distance(std::basic_string_view<Char> a, std::basic_string_view<Char> b,
                            std::uint32_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<std::uint32_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::uint32_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    before.swap(last);
    last.swap(row);
  }
  return std::min(last[b.size()], limit + 1);
}

}  // namespace news
