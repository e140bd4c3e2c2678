// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>
#include <random>

#include "common/text/boundaries.hpp"
#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"
#include "common/text/stemmer.hpp"
#include "common/words/etdc.hpp"
#include "common/words/intern_table.hpp"
#include "tests/catch.hpp"

namespace {

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  news::for_each_word(text, [&](std::size_t begin, std::size_t end, bool ascii) {
    out.push_back(text.substr(begin, end - begin));
    const bool really =
        std::all_of(out.back().begin(), out.back().end(), [](char c) { return c >= 0; });
    if (ascii) CHECK(really);
  });
  return out;
}

std::string fold(const std::string& word) {
  std::string out;
  news::fold_word(word, out);
  return out;
}

// ICU over the whole text, as docs/QUERY.md defines words.
std::vector<std::string> words_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> it(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text), spaced = units;
  for (int32_t i = 0; i < spaced.length(); ++i)
    if (spaced[i] == u':' || spaced[i] == u'@') spaced.setCharAt(i, u' ');
  it->setText(spaced);
  std::vector<std::string> out;
  for (auto begin = it->first(), end = it->next(); end != icu::BreakIterator::DONE;
       begin = end, end = it->next()) {
    if (it->getRuleStatus() == UBRK_WORD_NONE) continue;
    bool real = false;
    for (auto i = begin; i < end; i = units.moveIndex32(i, 1))
      real |= u_isalpha(units.char32At(i)) || u_isdigit(units.char32At(i));
    if (real) units.tempSubStringBetween(begin, end).toUTF8String(out.emplace_back());
  }
  return out;
}

}  // namespace

TEST_CASE("words are cut as readers expect") {
  using List = std::vector<std::string>;
  CHECK(words("don't U.S. well-known 1,000 3.5 a_b __ AT&T") ==
        List{"don't", "U.S", "well", "known", "1,000", "3.5", "a_b", "AT", "T"});
  CHECK(words("l’été \"quoted\" foo@bar 12:30") ==
        List{"l’été", "quoted", "foo", "bar", "12", "30"});
  CHECK(words("日本語テキスト") == List{"日本語", "テキスト"});
  CHECK(words("").empty());
}

TEST_CASE("the fast path cuts any text as ICU does") {
  const std::vector<std::string> scraps = {
      "a",  "Z",      "9",  "don", "'",  "’",  ".",      ",",      ";",      ":", "@",
      "_",  " ",      "\n", "-",   "é",  "\"", "ß",      "я",      "α",      "א", "ب",
      "日", "の",     "カ", "한",  "ก",  "า",  "\u0301", "\u00ad", "\u200d", "½", "…",
      "“",  "\u00a0", "क",  "ि",   "🇩🇪", "😀",  "٣",      "1",      "x"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned n = random() % 12; n > 0; --n) text += scraps[random() % scraps.size()];
    INFO(text);
    REQUIRE(words(text) == words_by_icu(text));
  }
}

TEST_CASE("folding drops case, accents and curly apostrophes") {
  CHECK(fold("Résumé") == "resume");
  CHECK(fold("DON’T") == "don't");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Łódź") == "lodz");
  CHECK(fold("ёлка") == "елка");
  CHECK(fold("йод") == "йод");
  CHECK(fold("ﬁne") == "fine");
  CHECK(fold("\u00ad").empty());
  std::string out;
  news::fold_case("RÉSUMÉ", out);
  CHECK(out == "résumé");
  news::fold_accents("Turk\u00adéy", out);
  CHECK(out == "Turkey");
}

TEST_CASE("words with digits and languages without a stemmer are not stemmed") {
  news::Stemmer stemmer;
  CHECK(stemmer.stem("en", "running") == "run");
  CHECK(stemmer.stem("en", "1990s") == "1990s");
  CHECK(stemmer.stem("zz", "running") == "running");
  CHECK(news::stemming_language("zz").empty());
}

TEST_CASE("sentences do not end after abbreviations, paragraphs end at blank lines") {
  using news::Boundary;
  const std::string text = "Mr. Smith of the U.S. Army came. He saw.\n\nShe left.";
  CHECK(news::find_boundaries(text, "en") ==
        std::vector<Boundary>{{33, false}, {41, true}, {42, false}, {text.size(), true}});
  CHECK(news::find_boundaries("one\ntwo", "en") == std::vector<Boundary>{{4, true}, {7, true}});
  CHECK(news::find_boundaries("", "en").empty());
}

TEST_CASE("an abbreviation after a hyphen or a no-break space is one all the same") {
  for (const std::string text :
       {"She asked then-Gov. Rick Scott to move.", "He met Mr.\u00a0Smith.", "Written by É. Zola."})
    CHECK(news::find_boundaries(text, "en").size() == 1);
  CHECK(news::find_boundaries("It was plan-b. Rick agreed.", "en").size() == 2);
}

TEST_CASE("word codes round-trip at every border of their lengths") {
  std::vector<news::WordId> ranks, back;
  for (const std::uint32_t border : {0u, 128u, 16512u, 2113664u, 200000000u})
    for (std::uint32_t i = border == 0 ? 0 : border - 2; i < border + 3; ++i) ranks.push_back(i);
  std::string codes;
  for (const auto rank : ranks) news::put_code(codes, rank);
  REQUIRE(news::decode_codes(codes, back));
  CHECK(back == ranks);
  codes.pop_back();
  CHECK_FALSE(news::decode_codes(codes, back));
  CHECK_FALSE(news::decode_codes(std::string(9, '\1'), back));
}

TEST_CASE("interning gives each string one number, in order of first sight") {
  news::InternTable table;
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t i = 0; i < 20000; ++i) REQUIRE(table.intern(std::to_string(i * 7919)) == i);
  CHECK(table.size() == 20000);
  CHECK(table.at(1) == "7919");
}
