// SPDX-License-Identifier: GPL-2.0-or-later
// Where the oracle cuts a text into words, sentences and paragraphs.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

struct Stretch {
  int32_t begin = 0;  // in UTF-16 units
  int32_t end = 0;
};

// Holds ICU iterators, so each thread needs its own.
class Segmenter {
 public:
  Segmenter();

  // The words, in order. Ones that fold to nothing are still among them.
  std::vector<Stretch> words(const icu::UnicodeString& text);

  // Offsets where a sentence ends, ascending; paragraph ends are among them.
  std::vector<int32_t> sentenceEnds(const icu::UnicodeString& text, const std::string& language);

 private:
  icu::BreakIterator& sentences(const std::string& language);

  std::unique_ptr<icu::BreakIterator> words_;
  std::map<std::string, std::unique_ptr<icu::BreakIterator>> sentences_;
};

// Offsets just after the newlines that end a paragraph, ascending.
std::vector<int32_t> paragraphEnds(const icu::UnicodeString& text);

// The folded words of a piece of query text or of a short field.
std::vector<std::string> foldedWords(Segmenter& segmenter, std::string_view utf8);

}  // namespace oracle
