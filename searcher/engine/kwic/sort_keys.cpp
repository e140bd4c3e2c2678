// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/kwic/sort_keys.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <tuple>
#include <utility>

#include "common/text/fold.hpp"

namespace news {

WordOrder::WordOrder(std::span<Segment* const> segments) : segments_(segments) {
  if (segments.size() < 2) return;
  using Next = std::tuple<std::string, std::uint32_t, std::uint32_t>;  // word, segment, its place
  std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
  for (std::uint32_t s = 0; s < segments.size(); ++s) {
    const Lexicon& lexicon = segments[s]->lexicon();
    order_.emplace_back(lexicon.size());
    if (lexicon.size() > 0) queue.emplace(lexicon.sorted_word(0), s, 0);
  }
  std::string last;
  std::uint32_t number = 0;
  while (!queue.empty()) {
    auto [word, s, place] = queue.top();
    queue.pop();
    if (number == 0 || word != last) ++number;
    order_[s][place] = number;
    last = std::move(word);
    const Lexicon& lexicon = segments[s]->lexicon();
    if (++place < lexicon.size()) queue.emplace(lexicon.sorted_word(place), s, place);
  }
}

std::uint32_t WordOrder::of(std::uint32_t segment, WordId word) const {
  const std::uint32_t place = segments_[segment]->lexicon().place(word);
  return order_.empty() ? place + 1 : order_[segment][place];
}

std::array<std::uint32_t, 5> neighbours(std::span<const WordId> words, std::uint32_t begin,
                                        std::uint32_t end, bool before, const WordOrder& order,
                                        std::uint32_t segment) {
  std::array<std::uint32_t, 5> out{};
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    if (before ? begin <= i : end + i >= words.size()) break;
    out[i] = order.of(segment, words[before ? begin - 1 - i : end + i]);
  }
  return out;
}

std::vector<std::vector<std::uint32_t>> source_order(std::span<Segment* const> segments) {
  std::map<std::pair<std::string, std::string>, std::uint32_t> places;
  const auto key = [](const std::string& name) { return std::pair(fold_value(name), name); };
  for (const auto& segment : segments) {
    const auto& values = segment->values(Column::source);
    for (std::uint32_t i = 0; i < values.size(); ++i) places[key(values.at(i))];
  }
  std::uint32_t n = 0;
  for (auto& [name, place] : places) place = n++;
  std::vector<std::vector<std::uint32_t>> out;
  for (const auto& segment : segments) {
    const auto& values = segment->values(Column::source);
    out.push_back({n});
    for (std::uint32_t i = 0; i < values.size(); ++i)
      out.back().push_back(places[key(values.at(i))]);
  }
  return out;
}

std::array<std::uint32_t, 2> date_order(std::int64_t packed) {
  if (packed == 0) return {0xFFFFFFFF, 0xFFFFFFFF};
  return {static_cast<std::uint32_t>(packed >> 32), static_cast<std::uint32_t>(packed)};
}

}  // namespace news
