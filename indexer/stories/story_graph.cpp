// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/story_graph.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/parallel.hpp"
#include "indexer/segment/shingles.hpp"
#include "indexer/stories/candidates.hpp"

namespace news {
namespace {

// Articles whose candidates are found before these are compared: bounds how many there are.
constexpr ArticleNumber kRound = 1 << 14;

using Pair = std::pair<ArticleNumber, ArticleNumber>;

/// Compares articles word by word, and the dates of short ones. One object a thread.
class Comparison {
 public:
  explicit Comparison(const ArticleTable& table) : table_(table) {}
  bool are_copies(const Pair& pair) {
    // Pairs come sorted by their first.
    if (first_ != pair.first || set_.empty()) set_ = set_of(pair.first);
    first_ = pair.first;
    const auto other = set_of(pair.second);
    if (std::min(set_.size(), other.size()) < kNotice && !are_near(pair)) return false;
    return news::are_copies(set_, other);
  }

 private:
  bool are_near(const Pair& pair) const {
    return are_within(day_span(table_.date(pair.first)), day_span(table_.date(pair.second)),
                      kNoticeDays);
  }
  std::vector<std::uint64_t> set_of(ArticleNumber n) {
    const StoryMember at = table_.member(n);
    hashes_.read(table_.store(at.segment), at.segment, at.doc_id, words_);
    return shingle_set(words_);
  }

  const ArticleTable& table_;
  WordHashes hashes_;
  std::vector<std::uint64_t> words_, set_;
  ArticleNumber first_ = 0;
};

class Joiner {
 public:
  Joiner(const ArticleTable& table, std::span<const ArticleNumber> fresh, std::int32_t window,
         unsigned threads, DisjointSets& joined)
      : table_(table), window_(window), joined_(joined), fresh_(table.size()) {
    for (const ArticleNumber n : fresh) fresh_[n] = true;
    for (unsigned i = 0; i < std::max(1u, threads); ++i) comparisons_.emplace_back(table);
  }

  void run(std::span<const ArticleNumber> chunk) {
    const CandidateIndex index(table_, chunk, window_);
    std::vector<CandidateIndex::Search> searches(comparisons_.size(),
                                                 CandidateIndex::Search(index));
    for (ArticleNumber begin = 0; begin < table_.size(); begin += kRound)
      compare(find(begin, std::min(table_.size() - begin, kRound), searches));
  }

 private:
  std::vector<std::vector<Pair>> find(ArticleNumber begin, ArticleNumber count,
                                      std::vector<CandidateIndex::Search>& searches) {
    const std::size_t parts = searches.size();
    std::vector<std::vector<Pair>> found(parts);
    for_each_part(parts, [&](std::size_t part) {
      const auto end = begin + part_begin(count, part + 1, parts);
      for (std::size_t i = begin + part_begin(count, part, parts); i < end; ++i) {
        const auto n = static_cast<ArticleNumber>(i);
        if (!table_.live(n)) continue;
        // Of two fresh ones, the later finds the earlier.
        searches[part].run(
            n, [&](ArticleNumber other) { return fresh_[n] && other >= n; },
            [&](ArticleNumber other) { found[part].emplace_back(n, other); });
      }
    });
    return found;
  }

  void compare(const std::vector<std::vector<Pair>>& found) {
    std::vector<Pair> pairs;
    for (const auto& some : found) pairs.insert(pairs.end(), some.begin(), some.end());
    for_each_part(comparisons_.size(), [&](std::size_t part) {
      const std::size_t end = part_begin(pairs.size(), part + 1, comparisons_.size());
      for (std::size_t i = part_begin(pairs.size(), part, comparisons_.size()); i < end; ++i)
        if (!joined_.are_joined(pairs[i].first, pairs[i].second) &&
            comparisons_[part].are_copies(pairs[i]))
          joined_.join(pairs[i].first, pairs[i].second);
    });
  }

  const ArticleTable& table_;
  const std::int32_t window_;
  DisjointSets& joined_;
  std::vector<bool> fresh_;
  std::vector<Comparison> comparisons_;
};

}  // namespace

void join_copies(const ArticleTable& table, std::span<const ArticleNumber> fresh,
                 std::uint32_t window_days, unsigned threads, DisjointSets& joined) {
  std::vector<std::pair<std::int32_t, ArticleNumber>> by_day;
  for (const ArticleNumber n : fresh) by_day.emplace_back(day_span(table.date(n)).first, n);
  std::sort(by_day.begin(), by_day.end());
  std::vector<ArticleNumber> sorted;
  for (const auto& [day, n] : by_day) sorted.push_back(n);
  Joiner joiner(table, fresh, static_cast<std::int32_t>(window_days), threads, joined);
  for (std::size_t begin = 0; begin < sorted.size(); begin += CandidateIndex::kMaxArticles)
    joiner.run(std::span(sorted).subspan(
        begin, std::min(CandidateIndex::kMaxArticles, sorted.size() - begin)));
}

}  // namespace news
