// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/sections.hpp"

namespace news {

// A sorted set of distinct byte strings, front-coded (docs/FORMAT.md, "String tables"):
//   section NAME.at   u32[blocks + 1]  where each block of 16 strings begins in NAME.str
//   section NAME.str  a string: varint shared prefix (0 for a block's first), varint rest, the rest
inline constexpr std::uint32_t kStringBlock = 16;

/// Writes `sorted` (ascending, distinct) as two sections whose names begin with `name` (≤ 11
/// bytes).
void add_string_table(SectionWriter& out, const std::string& name,
                      const std::vector<std::string_view>& sorted);

/// Reads such a table in place. Thread-safe; valid as long as the SectionFile.
class StringTable {
 public:
  StringTable() = default;
  StringTable(const SectionFile& file, const std::string& name, std::uint32_t count);
  std::uint32_t size() const { return count_; }
  /// The string at an index < size(); O(16).
  std::string at(std::uint32_t index) const;
  /// Its index, or nothing; O(log n).
  std::optional<std::uint32_t> find(std::string_view key) const;
  /// Index of the first string >= key; `equal`, if not null, tells whether it is the key.
  std::uint32_t lower_bound(std::string_view key, bool* equal = nullptr) const;
  /// Calls visit(index, string) for all strings from `from` on, until it returns false.
  template <typename Visit>
  void scan(std::uint32_t from, Visit&& visit) const {
    std::string current;
    for (std::uint32_t block = from / kStringBlock; block * kStringBlock < count_; ++block) {
      std::string_view rest = block_bytes(block);
      const std::uint32_t end = std::min(count_, (block + 1) * kStringBlock);
      for (std::uint32_t i = block * kStringBlock; i < end; ++i) {
        next(rest, current);
        if (i >= from && !visit(i, std::string_view(current))) return;
      }
    }
  }

 private:
  std::string_view first_of(std::uint32_t block) const;
  std::string_view block_bytes(std::uint32_t block) const;
  void next(std::string_view& rest, std::string& current) const;
  std::uint32_t count_ = 0;
  std::span<const std::uint32_t> starts_;
  std::string_view bytes_;
  const SectionFile* file_ = nullptr;
};

}  // namespace news
