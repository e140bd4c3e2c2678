// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/date.hpp"

namespace news {

/// How much later one date is than another.
struct Lag {
  std::int64_t seconds = 0;  ///< negative: earlier
  bool whole_days = false;   ///< one of the dates has no time of day
};

/// From one date to another: in seconds if both have a time of day, by the offsets from UTC if both
/// have one, else as the clocks said; in days if both have a day. None when that says nothing: a
/// date is coarser, or the same day is all that is known. Thread-safe.
std::optional<Lag> lag_between(const Date& from, const Date& to);

/// Without its sign, in the two greatest units, or one from ten of it on: `2 h 10 min`, `1 d`,
/// `12 d`. Thread-safe.
std::string lag_text(const Lag& lag);

}  // namespace news
