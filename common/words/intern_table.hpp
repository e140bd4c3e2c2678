// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/file.hpp"

namespace news {

/// Numbers distinct byte strings in order of first sight: open addressing over one arena of bytes,
/// so that a look-up costs one or two cache misses and no allocation. Not thread-safe.
class InternTable {
 public:
  InternTable() : slots_(1 << 12) {}
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  std::string_view at(std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(arena_).substr(begin, ends_[id] - begin);
  }
  /// The number of `key`, new when key was not there: then it equals the size() before the call.
  std::uint32_t intern(std::string_view key) {
    const std::uint64_t hash = xxh3(key);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.id_plus_one == 0) {
        slot = {tag, size() + 1};
        arena_ += key;
        ends_.push_back(arena_.size());
        if (ends_.size() * 2 > slots_.size()) grow();
        return size() - 1;
      }
      if (slot.tag == tag && at(slot.id_plus_one - 1) == key) return slot.id_plus_one - 1;
    }
  }

 private:
  struct Slot {
    std::uint32_t tag = 0, id_plus_one = 0;
  };
  void grow() {
    slots_.assign(slots_.size() * 2, {});
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t id = 0; id < size(); ++id) {
      const std::uint64_t hash = xxh3(at(id));
      std::size_t i = hash & mask;
      while (slots_[i].id_plus_one != 0) i = (i + 1) & mask;
      slots_[i] = {static_cast<std::uint32_t>(hash >> 32), id + 1};
    }
  }
  std::vector<Slot> slots_;
  std::vector<std::size_t> ends_;
  std::string arena_;
};

}  // namespace news
