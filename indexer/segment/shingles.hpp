// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/io/file.hpp"

namespace news {

// Which texts are copies: those that share most of their shingles, runs of consecutive words
// (Broder, "On the resemblance and containment of documents", SEQUENCES 1997).

/// Words of a shingle.
inline constexpr std::size_t kShingleWords = 4;
/// Texts with fewer distinct shingles are compared by resemblance alone: that a long text holds a
/// few words in a row says little.
inline constexpr std::size_t kShortText = 16;
/// Texts with fewer distinct shingles are copies only if they may be at most so many days apart: in
/// notices in fixed words only the figures of another day differ, fewer than in a corrected copy.
inline constexpr std::size_t kNotice = 48;
inline constexpr std::int32_t kNoticeDays = 1;

/// What a shingle's hash is made of: a hash of the folded word that no segment's numbering decides.
inline std::uint64_t word_hash(std::string_view folded) {
  return xxh3(folded);
}

/// Calls visit(hash) for the shingles of a text in order, repeated ones too. O(words).
template <typename Visit>
void for_each_shingle(std::span<const std::uint64_t> words, Visit&& visit) {
  // A polynomial of the word hashes modulo 2^64, so that a step costs the same whatever the size
  // (Karp and Rabin, 1987), then the finaliser of MurmurHash3, since the low bits of a polynomial
  // depend on those of the words alone.
  constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;
  std::uint64_t leaving = 1;  // kBase to the power of kShingleWords
  for (std::size_t i = 0; i < kShingleWords; ++i) leaving *= kBase;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sum = sum * kBase + words[i];
    if (i >= kShingleWords) sum -= leaving * words[i - kShingleWords];
    if (i + 1 < kShingleWords) continue;
    std::uint64_t hash = sum;
    hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
    visit(hash ^ hash >> 33);
  }
}

/// The distinct shingles of a text, ascending. O(words log words).
std::vector<std::uint64_t> shingle_set(std::span<const std::uint64_t> words);

/// True if two sets have a resemblance (Jaccard) of 0.8 or more, or, unless one is of a short text,
/// four fifths of the smaller are in the other. O(both).
bool are_copies(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

}  // namespace news
