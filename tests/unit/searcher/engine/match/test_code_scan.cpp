// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/code_scan.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"

namespace {

using news::WordId;

// Words of all code lengths, few enough to meet often.
WordId draw_word(std::mt19937& random) {
  static const std::vector<WordId> words = {0,       1,       5,     127,   128,   129,
                                            261,     16511,   16512, 16640, 33000, 2113663,
                                            2113664, 2130176, 300,   428,   16896};
  return words[random() % words.size()];
}

bool phrase_at(const std::vector<WordId>& text, const std::vector<WordId>& phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

bool near_at(const std::vector<WordId>& text, const std::vector<WordId>& first,
             const std::vector<WordId>& second, std::size_t distance, bool ordered) {
  const auto in = [](const std::vector<WordId>& set, WordId word) {
    return std::find(set.begin(), set.end(), word) != set.end();
  };
  for (std::size_t i = 0; i < text.size(); ++i)
    for (std::size_t j = i + 1; j < text.size() && j - i <= distance; ++j)
      if ((in(first, text[i]) && in(second, text[j])) ||
          (!ordered && in(second, text[i]) && in(first, text[j])))
        return true;
  return false;
}

std::string encode(const std::vector<WordId>& words) {
  std::string out;
  for (const auto word : words) news::put_code(out, word);
  return out;
}

std::vector<WordId> draw_set(std::mt19937& random, std::size_t size) {
  std::vector<WordId> out;
  while (out.size() < size) out.push_back(draw_word(random));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

TEST_CASE("phrases are found in word codes where a search of the words finds them") {
  std::mt19937 random(21);
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<WordId> text, phrase;
    for (std::size_t n = random() % 90; n > 0; --n) text.push_back(draw_word(random));
    for (std::size_t n = 1 + random() % 3; n > 0; --n) phrase.push_back(draw_word(random));
    const bool expected = phrase_at(text, phrase);
    found += expected;
    REQUIRE(news::PhraseScan(phrase).occurs(encode(text)) == expected);
  }
  CHECK(found > 4000);
}

TEST_CASE("NEAR and ADJ over word codes agree with a look at every pair of words") {
  std::mt19937 random(22);
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<WordId> text;
    for (std::size_t n = random() % 90; n > 0; --n) text.push_back(draw_word(random));
    const auto first = draw_set(random, 1 + random() % 2), second = draw_set(random, 1);
    const std::uint32_t distance = 1 + random() % 4;
    const bool ordered = random() % 2 == 0;
    const auto order = ordered ? news::WordOrder::as_given : news::WordOrder::any;
    const bool expected = near_at(text, first, second, distance, ordered);
    found += expected;
    REQUIRE(news::NearScan(first, second, distance, order).occurs(encode(text)) == expected);
    // The same question with many more words that do not occur goes by the table.
    std::vector<WordId> many(first);
    for (WordId extra = 1000; extra < 1040; ++extra) many.push_back(extra);
    std::sort(many.begin(), many.end());
    REQUIRE(news::NearScan(many, second, distance, order).occurs(encode(text)) == expected);
  }
  CHECK(found > 4000);
}

TEST_CASE("all occurrences of words are found in word codes, of few words and of many") {
  std::mt19937 random(23);
  std::size_t found = 0;
  for (int round = 0; round < 5000; ++round) {
    std::vector<WordId> text;
    for (std::size_t n = random() % 200; n > 0; --n) text.push_back(draw_word(random));
    auto words = draw_set(random, 1 + random() % 3);
    if (round % 2 == 0)  // many more that do not occur
      for (WordId w = 0; w < 40; ++w) words.push_back(4000000 + w);
    std::vector<news::WordScan::Occurrence> occurrences;
    const auto read = static_cast<std::uint32_t>(random() % 220);
    news::WordScan(words).find(encode(text), read, occurrences);
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(read, text.size()); ++i) {
      const auto word = std::find(words.begin(), words.end(), text[i]);
      if (word == words.end()) continue;
      REQUIRE(at < occurrences.size());
      CHECK(occurrences[at].position == static_cast<std::int64_t>(i));
      CHECK(occurrences[at].word == static_cast<std::size_t>(word - words.begin()));
      ++at;
    }
    REQUIRE(at == occurrences.size());
    found += at;
  }
  CHECK(found > 10000);
}
