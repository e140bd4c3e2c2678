// SPDX-License-Identifier: GPL-2.0-or-later
// Draws words, phrases and field values for random queries from a corpus.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "analysis.hpp"
#include "corpus.hpp"

namespace oracle {

class Draw {
 public:
  Draw(const Corpus& corpus, uint64_t seed);

  // A number below `count`, which must not be 0.
  size_t below(size_t count) { return static_cast<size_t>(rng_() % count); }
  bool percent(size_t chance) { return below(100) < chance; }
  template <class T>
  const T& oneOf(const std::vector<T>& list) {
    return list[below(list.size())];
  }

  // Goes to a random place in a random article; the draws below stay near it.
  void move();
  // Goes to the title, or to the beginning of the text, of the article it is at.
  void moveToTitle();
  void moveToStart();

  // Folded words. `rare` keeps to words of at most a tenth of the articles.
  std::string letters(bool rare, size_t atLeast = 1);
  std::string anyWord(bool rare);  // may have an apostrophe, digits, or a hyphen between two
  std::vector<std::string> run(size_t count);  // words side by side; empty if there are none here
  std::string written();                       // letters, case as in the text
  std::string accented();                      // folded but for its accents

  // Words the pattern stands for; Draw::kTooMany or more is too many for a query.
  size_t expansions(const std::string& pattern) const;
  static constexpr size_t kTooMany = 2000;

  const Article& article() const { return *article_; }
  std::string author();  // a word of the article's authors, or of another's
  std::string language();
  std::string source();
  std::string section();
  std::string date();  // as in date:..., of the article or near it

 private:
  bool usable(const std::string& folded, bool lettersOnly);
  uint32_t nearby();
  uint32_t anywhere();
  uint32_t draw(bool rare, bool lettersOnly, size_t atLeast);
  std::string folded(uint32_t word) const;
  std::string precise(const Interval& date, size_t width) const;

  const Corpus& corpus_;
  std::mt19937_64 rng_;
  Segmenter segmenter_;
  std::vector<uint32_t> articlesWith_;      // by folded word
  std::vector<std::u32string> vocabulary_;  // by folded word
  const Article* article_ = nullptr;
  const std::vector<uint32_t>* field_ = nullptr;
  size_t position_ = 0;
};

}  // namespace oracle
