// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace news {

enum class WordOrder : std::uint8_t { any, as_given };

/// Decides NEAR and ADJ of two sets of words while their occurrences go by in order.
class NearState {
 public:
  NearState(std::uint32_t distance, WordOrder order) : distance_(distance), order_(order) {}
  /// The word at `position` is in the first set (bit 0 of `sets`), the second (bit 1), or both.
  /// Does it close a match? The nearest word before it decides.
  bool meets(std::int64_t position, unsigned sets) {
    if ((sets & 2) && position - last_[0] <= distance_) return true;
    if ((sets & 1) && order_ == WordOrder::any && position - last_[1] <= distance_) return true;
    if (sets & 1) last_[0] = position;
    if (sets & 2) last_[1] = position;
    return false;
  }

 private:
  std::int64_t distance_;
  WordOrder order_;
  // An imaginary word far in front spares a special case.
  std::int64_t last_[2] = {-(std::int64_t{1} << 40), -(std::int64_t{1} << 40)};
};

}  // namespace news
