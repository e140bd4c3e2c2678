// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/proximity.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "searcher/engine/ranking/formulas.hpp"

namespace news {
namespace {

constexpr std::size_t kReach = 4;  // words of the query
constexpr std::int64_t kWindow = 8;
constexpr std::int64_t kLead = 30;
// Words of a text that are looked at: what is after them takes long to fetch and tells little.
constexpr std::uint32_t kRead = 400;
constexpr double kInOrder = 0.1, kNear = 0.25, kInLead = 0.2;  // of a word's weight
constexpr std::size_t kMaxQueryWords =
    256;  // pairs of a longer query would take longer than they help
constexpr std::int64_t kNowhere = -kWindow;

double pair_weight(const std::vector<double>& weights, std::size_t a, std::size_t b) {
  return std::sqrt(weights[a] * weights[b]);
}

using WordPlaces = std::vector<std::pair<WordId, std::size_t>>;

std::vector<WordId> distinct_words(const WordPlaces& places) {
  std::vector<WordId> out;
  for (const auto& [id, place] : places)
    if (out.empty() || out.back() != id) out.push_back(id);
  return out;
}

}  // namespace

Proximity::Proximity(const QueryTerms& query, Weights weights, const Segments& segments,
                     const CollectionStatistics& statistics)
    : query_(query), weights_(std::move(weights)), segments_(segments), statistics_(statistics) {
  find_pairs();
  for (const auto& [language, of_terms] : weights_)
    upper_bound_ = std::max(upper_bound_, upper_bound_in(of_terms));
}

void Proximity::find_pairs() {
  std::vector<std::size_t> sequence;  // places in words_, of the words that occur at all
  for (const auto& word : query_.words) {
    const bool occurs = std::ranges::any_of(
        weights_, [&](const auto& language) { return language.second[word.term] > 0; });
    if (!occurs) continue;
    const auto place = std::find(words_.begin(), words_.end(), word.term);
    if (place == words_.end() && words_.size() == kMaxQueryWords) break;
    sequence.push_back(static_cast<std::size_t>(place - words_.begin()));
    if (place == words_.end()) words_.push_back(word.term);
  }
  pairs_of_.resize(words_.size());
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (std::size_t i = 0; i < sequence.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(sequence.size(), i + kReach + 1); ++j) {
      const std::pair<std::size_t, std::size_t> pair(sequence[i], sequence[j]);
      if (pair.first == pair.second || !seen.insert(pair).second) continue;
      for (const std::size_t word : {pair.first, pair.second})
        pairs_of_[word].push_back(pairs_.size());
      pairs_.push_back({pair.first, pair.second});
    }
  counts_.resize(pairs_.size());
  last_.resize(words_.size());
  in_lead_.resize(words_.size());
}

double Proximity::upper_bound_in(const std::vector<double>& weights) const {
  double bound = 0;
  for (const auto& pair : pairs_)
    bound += (kInOrder + kNear) * pair_weight(weights, words_[pair.first], words_[pair.second]);
  for (const std::size_t word : words_)
    bound += kInLead * query_.terms[word].weight * weights[word];
  return bound * (kK1 + 1);
}

Proximity::Vocabulary::Vocabulary(const std::vector<double>& of_terms, WordPlaces words)
    : scan(distinct_words(words)), weights(&of_terms) {
  WordId before = kNoWord;
  for (const auto& [id, place] : words) {
    if (id != before) places.emplace_back();
    places.back().push_back(place);
    before = id;
  }
}

Proximity::Vocabulary& Proximity::vocabulary(std::uint32_t s, DocId n) {
  const Segment& segment = segments_[s]->segment();
  const std::pair key(s, segment.codes(Column::language)[n]);
  if (const auto it = vocabularies_.find(key); it != vocabularies_.end()) return it->second;
  const std::string language = language_of(segment, n);
  const auto weights = weights_.find(language);
  if (weights == weights_.end())  // then the columns say otherwise than when they were counted
    throw_damaged("segment " + segment.info().name, "broken languages");
  WordPlaces words;
  for (const auto& word : query_.words) {
    const auto place = std::find(words_.begin(), words_.end(), word.term);
    if (place == words_.end()) continue;
    for (const WordId id : segments_[s]->expander().expand(*word.leaf, language).ids)
      words.emplace_back(id, place - words_.begin());
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return vocabularies_.try_emplace(key, weights->second, std::move(words)).first->second;
}

// A word of the query stands at `at`.
void Proximity::see(std::size_t word, std::int64_t at, double times) {
  for (const std::size_t p : pairs_of_[word]) {
    const bool second = pairs_[p].second == word;
    const std::int64_t distance = at - last_[second ? pairs_[p].first : pairs_[p].second];
    if (second && distance == 1) counts_[p].in_order += times;
    if (distance < kWindow) counts_[p].near += times;
  }
  last_[word] = at;
}

void Proximity::count_pairs(const Vocabulary& vocabulary, double times) {
  std::fill(last_.begin(), last_.end(), kNowhere);
  for (const auto& [position, word] : occurrences_)
    for (const std::size_t place : vocabulary.places[word]) see(place, position, times);
}

void Proximity::count_lead(const Vocabulary& vocabulary) {
  std::fill(in_lead_.begin(), in_lead_.end(), 0);
  for (const auto& [position, word] : occurrences_) {
    if (position >= kLead) break;
    for (const std::size_t place : vocabulary.places[word]) ++in_lead_[place];
  }
}

double Proximity::of(std::uint32_t s, DocId n) {
  const Segment& segment = segments_[s]->segment();
  const WordRecord record = segment.words(n);
  Vocabulary& known = vocabulary(s, n);
  std::fill(counts_.begin(), counts_.end(), Counts{});
  known.scan.find(record.title, kRead, occurrences_);
  count_pairs(known, kTitleWeight);
  known.scan.find(record.text, kRead, occurrences_);
  count_pairs(known, 1);
  count_lead(known);
  const double length = segment.lengths()[n] / statistics_.mean_length;
  const auto& weights = *known.weights;
  double gain = 0;
  for (std::size_t p = 0; p < pairs_.size(); ++p)
    gain += pair_weight(weights, words_[pairs_[p].first], words_[pairs_[p].second]) *
            (kInOrder * saturation(counts_[p].in_order, length) +
             kNear * saturation(counts_[p].near, length));
  for (std::size_t w = 0; w < words_.size(); ++w)
    gain += kInLead * query_.terms[words_[w]].weight * weights[words_[w]] *
            saturation(in_lead_[w], length);
  return gain;
}

}  // namespace news
