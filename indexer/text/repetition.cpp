// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/repetition.hpp"

#include <algorithm>
#include <string>

#include "common/io/file.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLength = 300;    // bytes of a paragraph that is likely page chrome
constexpr std::uint64_t kMinArticles = 4;  // articles that it must stand in,
constexpr std::uint64_t kShare = 50;       // and one in so many of its source's

/// Numbers count: rows of tables differ in nothing else.
std::uint64_t hash_of(std::uint64_t source, std::string_view paragraph, std::string& buffer) {
  buffer.assign(reinterpret_cast<const char*>(&source), sizeof source);
  for (const char c : paragraph) {
    if (c == ' ' || c == '\t' || c == '\n') {
      if (buffer.back() != ' ') buffer += ' ';
    } else {
      buffer += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return xxh3(buffer);
}

}  // namespace

void RepeatedParagraphs::add(std::string_view source,
                             const std::vector<std::string_view>& paragraphs) {
  if (full()) return;
  const std::uint64_t key = xxh3(source);
  ++articles_[key];
  const auto first = static_cast<std::ptrdiff_t>(hashes_.size());
  std::string buffer;
  for (const auto paragraph : paragraphs)
    if (paragraph.size() <= kMaxLength) hashes_.push_back(hash_of(key, paragraph, buffer));
  std::sort(hashes_.begin() + first, hashes_.end());
  hashes_.erase(std::unique(hashes_.begin() + first, hashes_.end()), hashes_.end());
}

void RepeatedParagraphs::finish() {
  std::sort(hashes_.begin(), hashes_.end());
  for (auto at = hashes_.begin(); at != hashes_.end();) {
    const auto end = std::find_if(at, hashes_.end(), [&](std::uint64_t h) { return h != *at; });
    const auto count = static_cast<std::uint64_t>(end - at);
    if (count >= kMinArticles) counts_.emplace_back(*at, count);
    at = end;
  }
  hashes_ = {};
}

std::vector<bool> RepeatedParagraphs::find(std::string_view source,
                                           const std::vector<std::string_view>& paragraphs) const {
  std::vector<bool> repeated;
  if (counts_.empty()) return repeated;
  const std::uint64_t key = xxh3(source);
  const auto articles = articles_.find(key);
  if (articles == articles_.end()) return repeated;
  std::string buffer;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].size() > kMaxLength) continue;
    const std::uint64_t hash = hash_of(key, paragraphs[i], buffer);
    const auto at = std::lower_bound(counts_.begin(), counts_.end(), std::pair{hash, kMinArticles});
    if (at == counts_.end() || at->first != hash || at->second * kShare < articles->second)
      continue;
    repeated.resize(paragraphs.size());
    repeated[i] = true;
  }
  return repeated;
}

}  // namespace news
