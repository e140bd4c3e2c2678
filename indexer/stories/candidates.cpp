// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/candidates.hpp"

#include <algorithm>
#include <bit>

namespace news {

CandidateIndex::CandidateIndex(const ArticleTable& table, std::span<const ArticleNumber> articles,
                               std::int32_t window)
    : table_(table), articles_(articles), window_(window) {
  Sketch sketch;
  for (const ArticleNumber n : articles) {
    const DaySpan days = day_span(table.date(n));
    days_.push_back(days);
    if (days.dated())
      longest_ = std::max(longest_, days.last - days.first);
    else
      ++undated_;
    table.sketch(n, sketch);
    hashes_.insert(hashes_.end(), sketch.begin(), sketch.end());
    starts_.push_back(static_cast<std::uint32_t>(hashes_.size()));
  }
  fill_buckets();
}

// A bucket a hash, and sixteen bits of the filter.
void CandidateIndex::fill_buckets() {
  const unsigned bits = std::clamp(static_cast<unsigned>(std::bit_width(hashes_.size())), 6u, 26u);
  bucket_shift_ = 32 - bits;
  filter_shift_ = 32 - std::min(bits + 4, 30u);
  filter_.resize(((std::size_t{1} << 32) >> filter_shift_) / 64);
  bucket_at_.resize((std::size_t{1} << bits) + 1);
  for (const std::uint32_t hash : hashes_) ++bucket_at_[bucket(hash) + 1];
  for (std::size_t b = 1; b < bucket_at_.size(); ++b) bucket_at_[b] += bucket_at_[b - 1];
  postings_.resize(hashes_.size());
  std::vector<std::uint32_t> next(bucket_at_.begin(), bucket_at_.end() - 1);
  for (std::size_t i = 0; i < articles_.size(); ++i)
    for (const std::uint32_t hash : sketch(i)) {
      postings_[next[bucket(hash)]++] = std::uint64_t{hash} << 32 | i;
      const std::uint32_t bit = mix(hash) >> filter_shift_;
      filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
  for (std::size_t b = 0; b + 1 < bucket_at_.size(); ++b)
    std::sort(postings_.begin() + bucket_at_[b], postings_.begin() + bucket_at_[b + 1]);
}

// Only those of the index are looked at that begin within the window, and the undated.
bool CandidateIndex::Search::count(ArticleNumber n) {
  touched_.clear();
  days_ = day_span(index_.table_.date(n));
  const auto first = index_.days_.begin() + index_.undated_;
  const auto begin = std::partition_point(first, index_.days_.end(), [&](const DaySpan& d) {
    return d.first < days_.first - index_.window_ - index_.longest_;
  });
  const auto end = std::partition_point(begin, index_.days_.end(), [&](const DaySpan& d) {
    return d.first <= days_.last + index_.window_;
  });
  if (begin == end && index_.undated_ == 0) return false;
  const auto from = static_cast<std::uint32_t>(begin - index_.days_.begin());
  const auto to = static_cast<std::uint32_t>(end - index_.days_.begin());
  index_.table_.sketch(n, sketch_);
  for (const std::uint32_t hash : sketch_) {
    const std::uint32_t bit = mix(hash) >> index_.filter_shift_;
    if ((index_.filter_[bit / 64] >> bit % 64 & 1) == 0) continue;
    count(hash, 0, index_.undated_);
    count(hash, from, to);
  }
  return true;
}

// The articles of the index from begin to end that have a hash.
void CandidateIndex::Search::count(std::uint32_t hash, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  const std::uint64_t high = std::uint64_t{hash} << 32;
  const std::size_t bucket = index_.bucket(hash);
  const auto last = index_.postings_.begin() + index_.bucket_at_[bucket + 1];
  auto at =
      std::lower_bound(index_.postings_.begin() + index_.bucket_at_[bucket], last, high | begin);
  for (; at != last && *at < (high | end); ++at) {
    const auto i = static_cast<std::uint32_t>(*at);
    if (shared_[i]++ == 0) touched_.push_back(i);
  }
}

}  // namespace news
