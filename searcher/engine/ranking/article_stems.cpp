// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/article_stems.hpp"

#include "common/text/stemmer.hpp"

namespace news {
namespace {

// How often each word occurs, those of the title several times.
std::map<WordId, std::uint32_t> count_words(const Segment& segment, DocId n) {
  const WordRecord record = segment.words(n);
  std::vector<WordId> title, text;
  if (!decode_codes(record.title, title) || !decode_codes(record.text, text))
    throw_damaged("segment " + segment.info().name, "broken word codes");
  std::map<WordId, std::uint32_t> out;
  for (const WordId word : title) out[word] += kTitleWeight;
  for (const WordId word : text) ++out[word];
  return out;
}

}  // namespace

std::map<std::string, ArticleStem> count_stems(const Segment& segment, DocId n,
                                               const std::string& language) {
  Stemmer stemmer;
  std::map<std::string, ArticleStem> out;
  for (const auto& [word, frequency] : count_words(segment, n)) {
    ArticleStem& stem = out[stemmer.stem(language, segment.lexicon().word(word))];
    stem.frequency += frequency;
    if (frequency <= stem.most) continue;
    stem.most = frequency;
    stem.word = word;
  }
  return out;
}

}  // namespace news
