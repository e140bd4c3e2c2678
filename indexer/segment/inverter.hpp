// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/archive/article_set.hpp"

namespace news {

/// Turns "article a holds term t" into posting lists, in memory and in two passes over the same
/// articles: the first counts, so that the second puts every posting into its place in two flat
/// arrays. A posting costs 4 bytes, or 8 with frequencies, and one write that misses the cache.
///
/// The articles are cut into consecutive parts. Parts are independent: a thread each.
/// Life: construct → count() for all parts → lay_out() → put() for all parts, same calls → list().
class Inverter {
 public:
  Inverter(std::size_t terms, std::size_t parts, bool frequencies)
      : frequencies_wanted_(frequencies), parts_(parts, std::vector<Place>(terms)) {}

  /// Within a part, articles must come in ascending order.
  void count(std::size_t part, DocId article, std::uint32_t term) {
    Place& place = parts_[part][term];
    if (place.last == article) return;
    place.last = article;
    ++place.next;
  }
  void lay_out();
  /// Adds `weight` to the frequency of the term in the article.
  void put(std::size_t part, DocId article, std::uint32_t term, std::uint32_t weight = 1) {
    Place& place = parts_[part][term];
    if (place.last != article) {
      place.last = article;
      articles_[place.next++] = article;
    }
    if (frequencies_wanted_) frequencies_[place.next - 1] += weight;
  }

  std::size_t terms() const { return starts_.size() - 1; }
  std::uint32_t document_frequency(std::uint32_t term) const {
    return static_cast<std::uint32_t>(starts_[term + 1] - starts_[term]);
  }
  std::span<const DocId> articles(std::uint32_t term) const {
    return {articles_.data() + starts_[term], document_frequency(term)};
  }
  /// Empty in an inverter without frequencies.
  std::span<const std::uint32_t> frequencies(std::uint32_t term) const {
    if (!frequencies_wanted_) return {};
    return {frequencies_.data() + starts_[term], document_frequency(term)};
  }

 private:
  struct Place {
    std::uint32_t last = 0xFFFFFFFF;  // article
    std::uint32_t next = 0;           // first the count, then where the next posting goes
  };
  bool frequencies_wanted_;
  std::vector<std::vector<Place>> parts_;
  std::vector<std::uint64_t> starts_;
  std::vector<DocId> articles_;
  std::vector<std::uint32_t> frequencies_;
};

}  // namespace news
