// SPDX-License-Identifier: GPL-2.0-or-later
// What a leaf of a query accepts at one position: a set of the corpus's words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis.hpp"
#include "corpus.hpp"

namespace oracle {

class WordSet {
 public:
  // Accepts every word.
  WordSet() = default;
  // One set for each language of the corpus, or one for all; by number in the lexicon.
  explicit WordSet(std::vector<std::vector<bool>> byLanguage) : sets_(std::move(byLanguage)) {}

  bool has(uint32_t word, uint32_t language) const {
    if (sets_.empty()) return true;
    return sets_[sets_.size() == 1 ? 0 : language][word];
  }

 private:
  std::vector<std::vector<bool>> sets_;
};

// Makes the word sets of leaves; a leaf with several words has one set for each, side by side.
class Leaves {
 public:
  explicit Leaves(const Corpus& corpus) : corpus_(corpus) {}

  std::vector<WordSet> stemmed(const std::string& text);
  std::vector<WordSet> exact(const std::string& text);
  std::vector<WordSet> phrase(const std::string& text);  // a lone * stands for any word
  std::vector<WordSet> cased(const std::string& text);
  std::vector<WordSet> accented(const std::string& text);
  std::vector<WordSet> prefix(const std::string& text);
  std::vector<WordSet> wildcard(const std::string& pattern);
  std::vector<WordSet> fuzzy(const std::string& text, unsigned distance);

 private:
  std::vector<icu::UnicodeString> wordsOf(const std::string& text);
  template <class Accepts>
  WordSet written(Accepts accepts) const;
  template <class Accepts>
  WordSet folded(Accepts accepts) const;
  WordSet stem(const std::string& word) const;

  const Corpus& corpus_;
  Segmenter segmenter_;
};

// Whether the word fits a pattern of letters, * (any run, also none) and ? (one letter).
bool matchesPattern(std::u32string_view pattern, std::u32string_view word);

// Edits (insert, delete, replace, swap of neighbours) from one to the other, no part edited twice.
size_t editDistance(std::u32string_view a, std::u32string_view b);

}  // namespace oracle
