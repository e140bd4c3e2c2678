// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/archive/archives.hpp"

namespace news {

enum class KwicSort : std::uint8_t { none, left, right, date, source };
inline constexpr std::array<std::string_view, 5> kKwicSortNames = {"none", "left", "right", "date",
                                                                   "source"};

/// Where one line of a concordance comes from, and what it is sorted by; 32 bytes, so that millions
/// can be kept.
struct KwicKey {
  std::array<std::uint32_t, 5> order{};
  std::uint32_t segment = 0, doc_id = 0;
  std::uint32_t match = 0;  ///< which one of the article's, from 0
  friend auto operator<=>(const KwicKey&, const KwicKey&) = default;  // NOLINT: no pointer
};

/// The numbers of words in the order of their folded forms, byte by byte, over all segments: from
/// 1, the same for the same word. O(words) when there are several segments, 4 bytes a word; a
/// single segment costs nothing. Thread-safe.
class WordOrder {
 public:
  /// The segments must outlive the object.
  explicit WordOrder(std::span<Segment* const> segments);
  std::uint32_t of(std::uint32_t segment, WordId word) const;

 private:
  std::span<Segment* const> segments_;
  std::vector<std::vector<std::uint32_t>> order_;  // by segment and place in its lexicon
};

/// The nearest words before [begin, end), or after it, nearest first, as numbers of `order`; 0
/// where the field ends. O(1).
std::array<std::uint32_t, 5> neighbours(std::span<const WordId> words, std::uint32_t begin,
                                        std::uint32_t end, bool before, const WordOrder& order,
                                        std::uint32_t segment);

/// By segment and code of the column, the place of each source in the order of sources, folded;
/// articles without one are last. O(sources).
std::vector<std::vector<std::uint32_t>> source_order(std::span<Segment* const> segments);

/// A packed date in two parts that compare in time order; undated is last.
std::array<std::uint32_t, 2> date_order(std::int64_t packed);

}  // namespace news
