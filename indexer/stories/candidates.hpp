// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/stories/article_table.hpp"

namespace news {

/// Some articles, by their sketches: which of them may be copies of another one? Flat arrays, and a
/// bit that tells of most hashes of other articles that they are not here. Immutable, thread-safe.
class CandidateIndex {
 public:
  /// `articles`: at most kMaxArticles, in the order of their first day, which keeps those that are
  /// within a window of one another together. O(hashes).
  CandidateIndex(const ArticleTable& table, std::span<const ArticleNumber> articles,
                 std::int32_t window);
  static constexpr std::size_t kMaxArticles = 100'000;

  /// Looks for the candidates of one article after the other. One object a thread.
  class Search {
   public:
    explicit Search(const CandidateIndex& index) : index_(index), shared_(index.articles_.size()) {}
    /// Calls visit(other) for the articles of the index that may be copies of the n-th of the
    /// table, except those for which `skip` is true. O(its hashes + what shares one of them and is
    /// within the window).
    template <typename Skip, typename Visit>
    void run(ArticleNumber n, Skip&& skip, Visit&& visit) {
      if (!count(n)) return;
      for (const std::uint32_t i : touched_) {
        const std::size_t shared = std::exchange(shared_[i], 0);
        const ArticleNumber other = index_.articles_[i];
        if (are_within(days_, index_.days_[i], index_.window_) && !skip(other) &&
            may_be_copies(sketch_, index_.sketch(i), shared))
          visit(other);
      }
    }

   private:
    bool count(ArticleNumber n);
    void count(std::uint32_t hash, std::uint32_t begin, std::uint32_t end);

    const CandidateIndex& index_;
    std::vector<std::uint32_t> shared_, touched_;
    DaySpan days_;
    Sketch sketch_;
  };

 private:
  std::span<const std::uint32_t> sketch(std::size_t i) const {
    return std::span(hashes_).subspan(starts_[i], starts_[i + 1] - starts_[i]);
  }
  std::size_t bucket(std::uint32_t hash) const { return mix(hash) >> bucket_shift_; }
  static std::uint32_t mix(std::uint32_t hash) { return hash * 0x9E3779B1u; }
  void fill_buckets();

  const ArticleTable& table_;
  std::span<const ArticleNumber> articles_;
  std::int32_t window_;
  std::vector<DaySpan> days_;
  std::int32_t longest_ = 0;                       // of a date that does not tell its day, in days
  std::uint32_t undated_ = 0;                      // stand first
  std::vector<std::uint32_t> starts_{0}, hashes_;  // the sketches
  unsigned bucket_shift_ = 31, filter_shift_ = 31;
  std::vector<std::uint32_t> bucket_at_;
  std::vector<std::uint64_t> postings_;  // by bucket: hash << 32 | place in articles_, ascending
  std::vector<std::uint64_t> filter_;    // a bit a mixed hash
};

}  // namespace news
