// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace news {

/// Scores of a run file, each printed with six decimals and below the one before: evaluation tools
/// order hits by score, some of them as 32-bit numbers, so equal scores would lose our order.
/// Not thread-safe.
class TrecScores {
 public:
  /// The score if it is below the last one, else the next lower number. O(1).
  std::string next(double score);

 private:
  std::int64_t last_ = std::numeric_limits<std::int64_t>::max();  // in millionths
  float last_float_ = std::numeric_limits<float>::infinity();     // as such a tool reads it
};

/// An id as one word, as a run file needs it: blanks, control characters and bytes that are no
/// UTF-8 become %XX. Thread-safe.
std::string trec_word(std::string_view id);

}  // namespace news
