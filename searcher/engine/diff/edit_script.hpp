// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace news {

/// What makes one sequence of another: which of the old are left out, which of the new come in. The
/// others are the same, in the same order.
struct EditScript {
  std::vector<bool> removed, added;
};

/// The shortest one (Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1986,
/// in its linear space). nullopt when that would take more than `most_steps` or 131,072 edits: a
/// step is a diagonal looked at or a pair of equals passed. O(N + M + min(most_steps, (N + M) D))
/// time for D edits, O(N + M) memory. Thread-safe.
std::optional<EditScript> shortest_edit(std::span<const std::uint32_t> from,
                                        std::span<const std::uint32_t> to,
                                        std::uint64_t most_steps);

}  // namespace news
