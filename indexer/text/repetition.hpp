// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace news {

/// Learns which short paragraphs stand in many articles of one source, whatever their case and
/// blanks; then knows them. add() by one thread and finish(), after that const and thread-safe.
/// Takes eight bytes a short paragraph while it learns.
class RepeatedParagraphs {
 public:
  /// Learns from `most` paragraphs and no more.
  explicit RepeatedParagraphs(std::size_t most) : most_(most) {}

  bool full() const { return hashes_.size() >= most_ || articles_.size() >= kMaxSources; }
  /// The paragraphs of one article.
  void add(std::string_view source, const std::vector<std::string_view>& paragraphs);
  void finish();

  /// Which of them are repeated, one bit a paragraph; empty if none is.
  std::vector<bool> find(std::string_view source,
                         const std::vector<std::string_view>& paragraphs) const;

 private:
  static constexpr std::size_t kMaxSources = 100'000;

  const std::size_t most_;
  std::vector<std::uint64_t> hashes_;  // while it learns: of each article's paragraphs, once each
  std::vector<std::pair<std::uint64_t, std::uint64_t>> counts_;  // then: articles a hash, by hash
  std::unordered_map<std::uint64_t, std::uint64_t> articles_;    // of each source
};

}  // namespace news
