// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/archive/article_set.hpp"
#include "common/io/sections.hpp"
#include "common/io/string_table.hpp"

namespace news {

// The posting list of one term, as bytes (docs/FORMAT.md, "lists"):
//
//   varint   n, articles in the list, at least 1
//   u8       bits 0–4: width of Elias–Fano's low parts, or 31 for a bitmap; bits 5–7: kFrequency…
//   bitmap:      u64[(articles of the segment + 63) / 64]
//   Elias–Fano:  n low parts, packed from the lowest bit on; then the high parts in unary, in u64s
//   frequencies (if any): varint x; n codes of 1, 2, 4 or 8 bits, each frequency − 1, all ones
//                where it does not fit; u32[x] places of those in the list; u32[x] their
//                frequencies
//
// Elias–Fano: P. Elias, "Efficient storage and retrieval by content and address of static files",
// JACM 1974; S. Vigna, "Quasi-succinct indices", WSDM 2013.

/// Appends a list. `articles`: ascending, distinct, below `universe`. `frequencies`: empty, or one
/// of at least 1 each.
void encode_list(std::span<const DocId> articles, std::span<const std::uint32_t> frequencies,
                 std::uint32_t universe, std::string& out);

/// Reads such bytes in place. Thread-safe; valid as long as the bytes. All members throw
/// Error(ErrorCode::damaged) on bytes that encode_list does not write; none reads outside them.
class PostingView {
 public:
  PostingView(std::string_view bytes, std::uint32_t universe);
  std::uint32_t size() const { return n_; }
  bool has_frequencies() const { return width_ > 0; }

  /// Adds all articles to a set over the same universe.
  void add_to(ArticleSet& set) const;
  /// Calls visit(article, frequency) in ascending order; frequency is 0 in lists without.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    std::uint32_t exception = 0;
    if (bitmap_)
      scan_bitmap(nullptr, [&](std::uint32_t i, DocId n) { visit(n, frequency(i, exception)); });
    else
      scan_elias_fano(nullptr,
                      [&](std::uint32_t i, DocId n) { visit(n, frequency(i, exception)); });
  }
  /// The same for the articles that are in `wanted` too.
  template <typename Visit>
  void for_each_in(const ArticleSet& wanted, Visit&& visit) const {
    std::uint32_t exception = 0;
    if (bitmap_)
      scan_bitmap(&wanted, [&](std::uint32_t i, DocId n) { visit(n, frequency(i, exception)); });
    else
      scan_elias_fano(&wanted, [&](std::uint32_t i, DocId n) {
        if (wanted.contains(n)) visit(n, frequency(i, exception));
      });
  }

 private:
  static std::uint64_t load(const char* at) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
  std::uint32_t load_exception(std::uint32_t at) const {
    std::uint32_t value = 0;
    std::memcpy(&value, exceptions_ + std::size_t{at} * 4, sizeof value);
    return value;
  }
  [[noreturn]] static void damaged();

  template <typename Visit>
  void scan_elias_fano(const ArticleSet* wanted, Visit&& visit) const {
    const std::uint64_t mask = (std::uint64_t{1} << low_bits_) - 1;
    std::uint64_t low_at = 0, next = 0;
    std::uint32_t i = 0;
    for (std::size_t word = 0; i < n_; ++word) {
      if (word >= high_words_) damaged();
      std::uint64_t bits = load(high_ + word * 8);
      if (wanted) {  // nobody wants the articles of this word: pass over them by their number
        const std::uint32_t here = count_bits(bits);
        const std::uint64_t highest =
            word * 64 + 64 - i - here;  // high part; the next word's least
        if (next >= (highest + 1) << low_bits_) {
          i += here;
          low_at += std::uint64_t{here} * low_bits_;
          continue;
        }
        next = wanted->next(highest << low_bits_);
      }
      for (; bits != 0 && i < n_; bits &= bits - 1, ++i, low_at += low_bits_) {
        const std::uint64_t high = word * 64 + static_cast<unsigned>(std::countr_zero(bits)) - i;
        const std::uint64_t low = load(docs_ + (low_at >> 3)) >> (low_at & 7) & mask;
        const std::uint64_t n = high << low_bits_ | low;
        if (n >= universe_) damaged();
        visit(i, static_cast<DocId>(n));
      }
    }
  }

  template <typename Visit>
  void scan_bitmap(const ArticleSet* wanted, Visit&& visit) const {
    std::uint32_t before = 0;
    for (std::size_t word = 0; word < high_words_; ++word) {
      const std::uint64_t all = load(docs_ + word * 8);
      for (std::uint64_t bits = wanted ? all & wanted->words()[word] : all; bits != 0;
           bits &= bits - 1) {
        const auto bit = static_cast<unsigned>(std::countr_zero(bits));
        const std::uint64_t below = all & ((std::uint64_t{1} << bit) - 1);
        const std::uint32_t i = before + count_bits(below);
        const std::uint64_t n = word * 64 + bit;
        if (n >= universe_ || i >= n_) damaged();
        visit(i, static_cast<DocId>(n));
      }
      before += count_bits(all);
    }
  }

  // `exception` is where the caller's ascending scan stands among the exceptions.
  std::uint32_t frequency(std::uint32_t i, std::uint32_t& exception) const {
    if (width_ == 0) return 0;
    const unsigned mask = (1u << width_) - 1;
    const std::uint64_t bit = std::uint64_t{i} * width_;
    const unsigned code = static_cast<unsigned char>(codes_[bit >> 3]) >> (bit & 7) & mask;
    if (code != mask) return code + 1;
    while (exception < exception_count_ && load_exception(exception) < i) ++exception;
    if (exception == exception_count_ || load_exception(exception) != i) damaged();
    return load_exception(exception_count_ + exception);
  }

  std::uint32_t universe_, n_ = 0;
  bool bitmap_ = false;
  unsigned low_bits_ = 0, width_ = 0;
  std::size_t high_words_ = 0;
  const char* docs_ = nullptr;
  const char* high_ = nullptr;
  const char* codes_ = nullptr;
  const char* exceptions_ = nullptr;
  std::uint32_t exception_count_ = 0;
};

/// The file `lists` of a segment: the lists of all terms but the rare ones, by name. Thread-safe.
class ListFile {
 public:
  ListFile(const std::filesystem::path& path, std::uint64_t bytes, std::uint32_t universe);
  ListFile(const ListFile&) = delete;
  ListFile& operator=(const ListFile&) = delete;
  /// The list of a term, its checksum compared; nothing when the file has none. O(log terms).
  std::optional<PostingView> find(std::string_view term) const;

 private:
  PostingView at(std::uint32_t index) const;

  SectionFile file_;
  StringTable names_;
  std::span<const std::uint64_t> starts_;
  std::span<const std::uint32_t> checks_;
  std::string_view data_;
  std::uint32_t universe_ = 0;
};

}  // namespace news
