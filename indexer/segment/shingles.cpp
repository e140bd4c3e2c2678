// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/shingles.hpp"

#include <algorithm>

namespace news {

std::vector<std::uint64_t> shingle_set(std::span<const std::uint64_t> words) {
  std::vector<std::uint64_t> set;
  set.reserve(words.size());
  for_each_shingle(words, [&](std::uint64_t hash) { set.push_back(hash); });
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

bool are_copies(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    shared += a[i] == b[k];
    const bool first = a[i] <= b[k], second = b[k] <= a[i];
    i += first;
    k += second;
  }
  const std::size_t smaller = std::min(a.size(), b.size());
  if (smaller == 0) return false;
  const std::size_t of = smaller < kShortText ? a.size() + b.size() - shared : smaller;
  return shared * 5 >= of * 4;  // resemblance is never above containment
}

}  // namespace news
