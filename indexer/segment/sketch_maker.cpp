// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/sketch_maker.hpp"

#include <string_view>

#include "common/io/varint.hpp"
#include "indexer/segment/shingles.hpp"
#include "indexer/segment/sketch.hpp"

namespace news {

SketchMaker::SketchMaker(const std::vector<const WorkerWords*>& workers) {
  for (const WorkerWords* words : workers) {
    auto& hashes = hash_of_.emplace_back();
    hashes.reserve(words->written().size());
    for (std::uint32_t i = 0; i < words->written().size(); ++i) {
      const std::uint32_t folded = words->folded_of(i);
      // One of which nothing is left is in no text.
      hashes.push_back(folded == kNoWord ? 0 : word_hash(words->folded().at(folded)));
    }
  }
}

std::string SketchMaker::sketch(const WordStream& article) const {
  const auto& hash_of = hash_of_[article.worker];
  std::vector<std::uint64_t> words;
  words.reserve(article.text.words.size());
  std::string_view rest = article.text.words;
  for (std::uint64_t number = 0; !rest.empty() && get_varint(rest, number);)
    words.push_back(hash_of[number]);
  std::string out;
  append_sketch(out, make_sketch(words));
  return out;
}

}  // namespace news
