// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon_builder.hpp"

#include <algorithm>
#include <numeric>

#include "common/io/string_table.hpp"
#include "common/io/varint.hpp"
#include "common/text/stemmer.hpp"

namespace news {
namespace {

template <typename Visit>
void for_each_number(std::string_view stream, Visit&& visit) {
  std::uint64_t number = 0;
  while (!stream.empty() && get_varint(stream, number)) visit(static_cast<std::uint32_t>(number));
}

std::vector<std::uint32_t> order_by(std::size_t n, auto&& less) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), less);
  return order;
}

}  // namespace

LexiconBuilder::LexiconBuilder(const std::vector<const WorkerWords*>& workers,
                               const std::vector<WordStream>& articles,
                               std::vector<std::string> languages)
    : languages_(std::move(languages)) {
  rank(workers, articles);
  stem_all(articles);
  find_forms();
}

void LexiconBuilder::rank(const std::vector<const WorkerWords*>& workers,
                          const std::vector<WordStream>& articles) {
  InternTable all;
  std::vector<std::vector<std::uint32_t>> merged(workers.size());
  for (std::size_t w = 0; w < workers.size(); ++w)
    for (std::uint32_t i = 0; i < workers[w]->folded().size(); ++i)
      merged[w].push_back(all.intern(workers[w]->folded().at(i)));
  std::vector<std::uint64_t> count(all.size());
  for (const auto& a : articles)
    for (const auto* stream : {&a.title, &a.text})
      for_each_number(*stream, [&](std::uint32_t n) { ++count[merged[a.worker][n]]; });
  const auto order = order_by(all.size(), [&](std::uint32_t a, std::uint32_t b) {
    return count[a] != count[b] ? count[a] > count[b] : all.at(a) < all.at(b);
  });
  std::vector<WordId> rank(all.size(), kNoWord);
  for (const auto id : order) {
    if (count[id] == 0) break;
    rank[id] = size();
    words_.emplace_back(all.at(id));
  }
  for (const auto& numbers : merged) {
    auto& ranks = rank_of_.emplace_back();
    for (const auto id : numbers) ranks.push_back(rank[id]);
  }
}

void LexiconBuilder::stem_all(const std::vector<WordStream>& articles) {
  stem_of_.assign(languages_.size(), std::vector<std::uint32_t>(words_.size(), kNoWord));
  stem_names_.resize(languages_.size());
  constexpr std::uint32_t kSeen = kNoWord - 1;
  for (const auto& a : articles)
    for (const auto* stream : {&a.title, &a.text})
      for_each_number(
          *stream, [&](std::uint32_t n) { stem_of_[a.language][rank_of_[a.worker][n]] = kSeen; });
  Stemmer stemmer;
  for (std::size_t language = 0; language < languages_.size(); ++language) {
    InternTable stems;
    for (WordId word = 0; word < size(); ++word) {
      if (stem_of_[language][word] != kSeen) continue;
      const auto known = stems.size();
      const auto stem = stems.intern(stemmer.stem(languages_[language], words_[word]));
      if (stem == known) stem_names_[language].emplace_back(stems.at(stem));
      stem_of_[language][word] = stem;
    }
  }
}

// Words are ranked by frequency: the first of a stem is its most frequent one.
void LexiconBuilder::find_forms() {
  form_of_.assign(languages_.size(), std::vector<std::uint32_t>(words_.size(), kNoWord));
  for (std::uint32_t language = 0; language < languages_.size(); ++language) {
    const auto& stems = stem_of_[language];
    std::vector<std::uint32_t> words(stem_names_[language].size());
    for (const auto stem : stems)
      if (stem != kNoWord) ++words[stem];
    std::vector<bool> seen(words.size());
    for (WordId word = 0; word < size(); ++word) {
      const std::uint32_t stem = stems[word];
      if (stem == kNoWord || words[stem] == 1) continue;
      form_of_[language][word] = static_cast<std::uint32_t>(forms_.size());
      forms_.push_back({language, word, !seen[stem]});
      seen[stem] = true;
    }
  }
}

void LexiconBuilder::decode(std::uint32_t worker, std::string_view stream,
                            std::vector<WordId>& out) const {
  for_each_number(stream, [&](std::uint32_t n) { out.push_back(rank_of_[worker][n]); });
}

// Classes of one word that is its own stem are left out: the reader finds them by the word itself.
void LexiconBuilder::add_stems(SectionWriter& out, std::uint32_t language) const {
  const auto& names = stem_names_[language];
  std::vector<std::vector<WordId>> members(names.size());
  for (WordId word = 0; word < size(); ++word)
    if (stem_of_[language][word] != kNoWord) members[stem_of_[language][word]].push_back(word);
  const auto order = order_by(names.size(), [&](auto a, auto b) { return names[a] < names[b]; });
  std::vector<std::string_view> stems;
  std::vector<std::uint32_t> starts;
  std::vector<WordId> flat;
  for (const auto stem : order) {
    if (members[stem].size() == 1 && words_[members[stem][0]] == names[stem]) continue;
    stems.push_back(names[stem]);
    starts.push_back(static_cast<std::uint32_t>(flat.size()));
    flat.insert(flat.end(), members[stem].begin(), members[stem].end());
  }
  starts.push_back(static_cast<std::uint32_t>(flat.size()));
  const std::string name = "stem-" + languages_[language];
  add_string_table(out, name, stems);
  out.add_array(name + ".of", starts);
  out.add_array(name + ".in", flat);
}

FileSum LexiconBuilder::write(const std::filesystem::path& path) const {
  SectionWriter out;
  const auto sorted =
      order_by(words_.size(), [&](auto a, auto b) { return words_[a] < words_[b]; });
  std::vector<std::string_view> words;
  std::vector<std::uint32_t> index(words_.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    words.push_back(words_[sorted[i]]);
    index[sorted[i]] = i;
  }
  out.add_array("counts", std::vector<std::uint32_t>{size(), std::min(size(), kPairWords)});
  add_string_table(out, "words", words);
  out.add_array("rank", sorted);
  out.add_array("index", index);
  for (std::uint32_t l = 0; l < languages_.size(); ++l)
    if (!languages_[l].empty()) add_stems(out, l);
  return out.write(path);
}

}  // namespace news
