// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// A piece of two texts: `same` stands in both, `removed` in the old one, `added` in the new one.
struct Edit {
  enum class Op : std::uint8_t { same, removed, added };
  Op op;
  std::string_view text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// What made one text of another: removed before added, no piece empty, no two of a kind side by
/// side. The same and the removed ones are `from`, the same and the added ones are `to`.
///
/// Compares words and what stands between them by shortest_edit. Texts of more than 32 MiB
/// together, and those that would take more than `most_steps` (some tenths of a second), are
/// compared by the line; if that is too much as well, everything between the first and the last
/// line that differ is replaced. Memory: a small multiple of the texts, which must be valid UTF-8
/// and outlive the pieces. Thread-safe.
std::vector<Edit> word_diff(std::string_view from, std::string_view to,
                            std::uint64_t most_steps = std::uint64_t{1} << 26);

}  // namespace news
