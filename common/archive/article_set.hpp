// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <vector>

namespace news {

using DocId = std::uint32_t;  ///< document id: the number of an article in its segment, from 0

/// How many bits are set. Without the processor's own instruction, which x86-64 does not promise,
/// std::popcount is a call and a table look-up; this is neither (Knuth, TAOCP 7.1.3).
inline unsigned count_bits(std::uint64_t x) {
  x -= x >> 1 & 0x5555555555555555;
  x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<unsigned>(x * 0x0101010101010101 >> 56);
}

/// A set of articles of one segment: a bit an article, so that union, intersection and difference
/// of any two cost a pass over articles / 64 machine words. Sets that meet in an operation must
/// have the same universe. Const members are thread-safe.
class ArticleSet {
 public:
  ArticleSet() = default;
  /// An empty set over the document ids [0, universe).
  explicit ArticleSet(std::uint32_t universe)
      : universe_(universe), words_((std::size_t{universe} + 63) / 64) {}
  static ArticleSet all(std::uint32_t universe) {
    ArticleSet out(universe);
    std::fill(out.words_.begin(), out.words_.end(), ~std::uint64_t{0});
    if (universe % 64 != 0) out.words_.back() = (std::uint64_t{1} << universe % 64) - 1;
    return out;
  }

  std::uint32_t universe() const { return universe_; }
  void add(DocId n) { words_[n / 64] |= std::uint64_t{1} << n % 64; }        ///< n < universe()
  void remove(DocId n) { words_[n / 64] &= ~(std::uint64_t{1} << n % 64); }  ///< n < universe()
  bool contains(DocId n) const { return n < universe_ && (words_[n / 64] >> n % 64 & 1); }
  bool empty() const {
    return std::all_of(words_.begin(), words_.end(), [](auto word) { return word == 0; });
  }
  std::uint64_t size() const {
    std::uint64_t sum = 0;
    for (const auto word : words_) sum += count_bits(word);
    return sum;
  }

  /// The first member from n on; universe() or more when there is none.
  std::uint64_t next(std::uint64_t n) const {
    std::size_t i = n / 64;
    if (i >= words_.size()) return universe_;
    std::uint64_t bits = words_[i] & ~std::uint64_t{0} << n % 64;
    while (bits == 0)
      if (++i == words_.size())
        return universe_;
      else
        bits = words_[i];
    return i * 64 + static_cast<unsigned>(std::countr_zero(bits));
  }

  ArticleSet& operator&=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  ArticleSet& operator|=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  ArticleSet& operator-=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  friend ArticleSet operator&(ArticleSet a, const ArticleSet& b) { return a &= b; }
  friend ArticleSet operator|(ArticleSet a, const ArticleSet& b) { return a |= b; }
  friend ArticleSet operator-(ArticleSet a, const ArticleSet& b) { return a -= b; }
  friend bool operator==(const ArticleSet&, const ArticleSet&) = default;

  /// The bits, 64 articles a word, lowest first; none are set from universe() on.
  const std::vector<std::uint64_t>& words() const { return words_; }
  std::vector<std::uint64_t>& words() { return words_; }

  /// Visits the members in ascending order.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t bits = words_[i]; bits != 0; bits &= bits - 1)
        visit(static_cast<DocId>(i * 64 + static_cast<unsigned>(std::countr_zero(bits))));
  }
  std::vector<DocId> members() const {
    std::vector<DocId> out;
    for_each([&](DocId n) { out.push_back(n); });
    return out;
  }

 private:
  std::uint32_t universe_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace news
