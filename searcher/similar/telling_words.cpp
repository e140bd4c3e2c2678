// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar/telling_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/text/stemmer.hpp"

namespace news {
namespace {

using Segments = std::vector<std::unique_ptr<SegmentMatcher>>;

constexpr double kK3 = 7;

std::string language_of(const Segment& segment, Ordinal n) {
  const std::uint32_t code = segment.codes(Column::language)[n];
  if (code == 0 || code > segment.values(Column::language).size()) return {};
  return stemming_language(segment.values(Column::language).at(code - 1));
}

// How often each word occurs, those of the title several times.
std::map<WordId, std::uint32_t> count_words(const Segment& segment, Ordinal n) {
  const WordRecord record = segment.words(n);
  std::vector<WordId> title, text;
  if (!decode_codes(record.title, title) || !decode_codes(record.text, text))
    throw Error(Exit::damaged, "segment " + segment.info().name + ": broken word codes",
                "Run 'indexer verify' on the archive.");
  std::map<WordId, std::uint32_t> out;
  for (const WordId word : title) out[word] += kTitleWeight;
  for (const WordId word : text) ++out[word];
  return out;
}

struct Stem {
  std::uint32_t frequency = 0, most = 0;
  WordId word = kNoWord;  // the most frequent of its words
};

std::map<std::string, Stem> count_stems(const Segment& segment, Ordinal n,
                                        const std::string& language) {
  Stemmer stemmer;
  std::map<std::string, Stem> out;
  for (const auto& [word, frequency] : count_words(segment, n)) {
    Stem& stem = out[stemmer.stem(language, segment.lexicon().word(word))];
    stem.frequency += frequency;
    if (frequency <= stem.most) continue;
    stem.most = frequency;
    stem.word = word;
  }
  return out;
}

bool before(const TellingWord& a, const TellingWord& b) {
  return a.tf_idf != b.tf_idf ? a.tf_idf > b.tf_idf : a.term < b.term;
}

}  // namespace

std::vector<TellingWord> telling_words(Segments& segments, const Hit& hit, std::size_t most) {
  const Segment& segment = segments[hit.segment]->segment();
  const std::string language = language_of(segment, hit.ordinal);
  std::uint64_t all = 0;
  for (const auto& s : segments) all += s->segment().live().size();
  std::vector<TellingWord> out;
  for (const auto& [name, stem] : count_stems(segment, hit.ordinal, language)) {
    const std::string term = stem_term('W', language, name);
    std::uint64_t holding = 0;
    for (const auto& s : segments) holding += s->postings().get(term).document_frequency();
    if (holding < 2) continue;
    const double tf = stem.frequency;
    const double idf = std::log(static_cast<double>(all) / static_cast<double>(holding));
    out.push_back({segment.lexicon().word(stem.word), term, stem.frequency, holding, tf * idf,
                   (kK3 + 1) * tf / (kK3 + tf)});
  }
  std::sort(out.begin(), out.end(), before);
  if (out.size() > most) out.resize(most);
  return out;
}

std::vector<ArticleSet> holders(Segments& segments, const std::vector<TellingWord>& words,
                                const Hit& hit) {
  std::vector<ArticleSet> out;
  for (const auto& segment : segments) {
    out.push_back(segment->segment().none());
    for (const auto& word : words) out.back() |= segment->postings().get(word.term).live();
  }
  out[hit.segment].remove(hit.ordinal);
  return out;
}

Node any_of(const std::vector<TellingWord>& words) {
  Node out;
  out.op = Op::or_;
  for (const auto& word : words) {
    Node leaf;
    leaf.op = Op::word;
    leaf.text = word.word;
    out.children.push_back(std::move(leaf));
  }
  if (out.children.size() == 1) return std::move(out.children[0]);
  return out;
}

}  // namespace news
