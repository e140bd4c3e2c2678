// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/lexicon_builder.hpp"

#include <algorithm>
#include <numeric>

#include "common/io/string_table.hpp"
#include "common/io/varint.hpp"
#include "common/parallel.hpp"
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
  const Counts counts = count(workers, articles);
  rank(workers, counts);
  stem_all(counts);
  find_forms();
}

// How often each worker's written words occur in articles of each language: worker → language →
// number.
LexiconBuilder::Counts LexiconBuilder::count(const std::vector<const WorkerWords*>& workers,
                                             const std::vector<WordStream>& articles) const {
  Counts counts(workers.size());
  for_each_part(workers.size(), [&](std::size_t worker) {
    counts[worker].assign(languages_.size(),
                          std::vector<std::uint32_t>(workers[worker]->written().size()));
    for (const auto& a : articles)
      if (a.worker == worker)
        for (const auto* field : {&a.title, &a.text})
          for_each_number(field->words, [&](std::uint32_t n) { ++counts[worker][a.language][n]; });
  });
  return counts;
}

void LexiconBuilder::rank(const std::vector<const WorkerWords*>& workers, const Counts& counts) {
  InternTable folded, written;
  std::vector<std::uint64_t> of_folded, of_written;  // occurrences
  std::vector<std::uint32_t> folded_of;              // by written word
  std::vector<std::vector<std::uint32_t>> merged(workers.size());
  for (std::size_t w = 0; w < workers.size(); ++w)
    for (std::uint32_t i = 0; i < workers[w]->written().size(); ++i) {
      std::uint64_t occurrences = 0;
      for (const auto& language : counts[w]) occurrences += language[i];
      merged[w].push_back(kNoWord);
      if (occurrences == 0) continue;
      const std::uint32_t form = written.intern(workers[w]->written().at(i));
      if (form == folded_of.size()) {
        folded_of.push_back(folded.intern(workers[w]->folded().at(workers[w]->folded_of(i))));
        of_written.push_back(0);
      }
      of_folded.resize(folded.size());
      merged[w].back() = form;
      of_written[form] += occurrences;
      of_folded[folded_of[form]] += occurrences;
    }
  const auto order = order_by(folded.size(), [&](std::uint32_t a, std::uint32_t b) {
    return of_folded[a] != of_folded[b] ? of_folded[a] > of_folded[b] : folded.at(a) < folded.at(b);
  });
  std::vector<WordId> rank(folded.size());
  for (const auto id : order) {
    rank[id] = size();
    words_.emplace_back(folded.at(id));
  }
  for (const auto& forms : merged) {
    auto& ranks = rank_of_.emplace_back();
    for (const auto form : forms)
      ranks.push_back(form == kNoWord ? kNoWord : rank[folded_of[form]]);
  }
  // The usual form is the most frequent one; of equals, the first by bytes.
  std::vector<std::uint32_t> best(words_.size(), kNoWord);
  for (std::uint32_t form = 0; form < written.size(); ++form) {
    auto& usual = best[rank[folded_of[form]]];
    if (usual == kNoWord || of_written[form] > of_written[usual] ||
        (of_written[form] == of_written[usual] && written.at(form) < written.at(usual)))
      usual = form;
  }
  for (const auto form : best) usual_.emplace_back(written.at(form));
}

void LexiconBuilder::stem_all(const Counts& counts) {
  stem_of_.assign(languages_.size(), std::vector<std::uint32_t>(words_.size(), kNoWord));
  stem_names_.resize(languages_.size());
  constexpr std::uint32_t kSeen = kNoWord - 1;
  for (std::size_t w = 0; w < counts.size(); ++w)
    for (std::size_t language = 0; language < languages_.size(); ++language)
      for (std::size_t i = 0; i < counts[w][language].size(); ++i)
        if (counts[w][language][i] > 0) stem_of_[language][rank_of_[w][i]] = kSeen;
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

void LexiconBuilder::decode(std::uint32_t worker, const FieldStream& field,
                            std::vector<WordId>& out) const {
  const auto& ranks = rank_of_[worker];
  for_each_number(field.words, [&](std::uint32_t n) { out.push_back(ranks[n]); });
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
  std::vector<std::uint32_t> usual_at{0};
  std::string usual;
  for (const auto& form : usual_) {
    usual += form;
    usual_at.push_back(static_cast<std::uint32_t>(usual.size()));
  }
  out.add_array("usual.at", usual_at);
  out.add("usual", std::move(usual));
  for (std::uint32_t l = 0; l < languages_.size(); ++l)
    if (!languages_[l].empty()) add_stems(out, l);
  return out.write(path);
}

}  // namespace news
