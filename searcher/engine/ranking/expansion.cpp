// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/expansion.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/archive/schema.hpp"
#include "searcher/engine/ranking/article_stems.hpp"
#include "searcher/engine/ranking/formulas.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxExpansionWords = 50;
constexpr double kSharpness = 6;
constexpr double kAdded = 0.6;

/// Sums what each stem weighs in the articles.
class Feedback {
 public:
  Feedback(Segments& segments, const CollectionStatistics& statistics)
      : segments_(segments), statistics_(statistics) {}
  void add(const Hit& hit, double share) {
    const Segment& segment = segments_[hit.segment]->segment();
    const std::string language = language_of(segment, hit.doc_id);
    const double length = segment.lengths()[hit.doc_id] / statistics_.mean_length;
    for (const auto& [stem, found] : count_stems(segment, hit.doc_id, language)) {
      const std::string name = stem_term('W', language, stem);
      const auto [it, fresh] = words_.try_emplace(name);
      if (fresh) it->second = {segment.lexicon().word(found.word), name, language, 0};
      if (fresh) rarity_[name] = rarity(document_frequency(segments_, name));
      it->second.weight += share * saturation(found.frequency, length) * rarity_[name];
    }
  }
  std::vector<ExpansionWord> heaviest() const {
    std::vector<ExpansionWord> out;
    for (const auto& [name, word] : words_)
      if (word.weight > 0) out.push_back(word);
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    if (out.size() > kMaxExpansionWords) out.resize(kMaxExpansionWords);
    return out;
  }

 private:
  double rarity(std::uint64_t df) const {
    return df < 2 ? 0 : inverse_document_frequency(statistics_.articles, static_cast<double>(df));
  }

  Segments& segments_;
  const CollectionStatistics& statistics_;
  std::map<std::string, ExpansionWord> words_;  // by name
  std::map<std::string, double> rarity_;
};

}  // namespace

std::vector<ExpansionWord> expansion_words(Segments& segments,
                                           const CollectionStatistics& statistics,
                                           const std::vector<Hit>& best) {
  if (best.empty() || best[0].score <= 0) return {};
  Feedback feedback(segments, statistics);
  for (const Hit& hit : best) feedback.add(hit, std::pow(hit.score / best[0].score, kSharpness));
  auto words = feedback.heaviest();
  double sum = 0;
  for (const auto& word : words) sum += word.weight;
  for (auto& word : words) word.weight /= sum;
  return words;
}

void add_words(const std::vector<ExpansionWord>& words, QueryTerms& query) {
  double sum = 0;
  for (const auto& term : query.terms) sum += term.weight;
  for (const auto& word : words) {
    const double weight = sum * kAdded / (1 - kAdded) * word.weight;
    const auto known = std::ranges::find_if(query.terms, [&](const QueryTerm& term) {
      const auto it = term.names.find(word.language);
      return it != term.names.end() && it->second == word.name;
    });
    if (known == query.terms.end())
      query.terms.push_back({{{word.language, word.name}}, weight});
    else
      known->weight += weight;
  }
}

}  // namespace news
