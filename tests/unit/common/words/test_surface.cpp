// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words/surface.hpp"

#include <random>

#include "common/archive/article_codec.hpp"
#include "common/error.hpp"
#include "common/io/varint.hpp"
#include "indexer/segment/analysis.hpp"
#include "indexer/segment/record_encoder.hpp"
#include "tests/catch.hpp"

namespace {

// Stores texts as a segment does, as titles and as texts, and writes them down again.
void check_round_trip(const std::vector<std::string>& texts) {
  news::WorkerWords words;
  std::vector<news::WordStream> streams;
  for (const auto& text : texts) {
    news::Article article;
    article.id = "x";
    article.language = "en";
    article.title = text;
    article.text = text;
    auto analysed = news::analyse(article, words);
    streams.push_back({0, 0, std::move(analysed.title), std::move(analysed.text)});
  }
  const std::vector<const news::WorkerWords*> workers{&words};
  const news::LexiconBuilder lexicon(workers, streams, {"en"});
  const news::RecordEncoder encoder(lexicon, workers);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string record = encoder.encode("", streams[i]);
    const auto parts = news::decode_record(record);
    for (const bool title : {true, false}) {
      std::vector<news::WordId> ids;
      lexicon.decode(0, title ? streams[i].title : streams[i].text, ids);
      const auto surface = title ? parts.title_surface : parts.text_surface;
      if (texts[i].empty()) {
        CHECK(surface.empty());
        continue;
      }
      std::vector<news::WordRange> ranges;
      const std::string back = news::write_text(
          ids, surface, [&](news::WordId id) { return std::string_view(lexicon.usual_form(id)); },
          &ranges);
      REQUIRE(back == texts[i]);
      REQUIRE(ranges.size() == ids.size());
      for (std::size_t n = 0; n < ids.size(); ++n) {
        const auto [begin, end] = ranges[n];
        std::uint32_t written = words.number(std::string_view(back).substr(begin, end - begin));
        REQUIRE(lexicon.rank(0, written) == ids[n]);
      }
    }
  }
}

}  // namespace

TEST_CASE("every text is written down again bit for bit") {
  check_round_trip({"", " ", "a", "...", "The cat. the Cat, THE CAT! “The” \"cat\" Cat's",
                    "McDonald McDonald MCDONALD mcdonald Mcdonald", "  two  blanks  ",
                    "line\nline\n\nline\r\n\tindent", "naïve Naïve NAÏVE Ærø ærø",
                    "日本語のテキスト 中文 ภาษาไทย",
                    "soft\u00adhyphen \u00ad\u00ad zero\u200bwidth", "שָׁלוֹם \u05b7 عَرَبِيّ",
                    "3.5 1,000 U.S. don't don’t", "x" + std::string(100000, '-') + "y",
                    std::string(70000, 'w') + " " + std::string(70000, 'W'),
                    "emoji 👍🏽 👨‍👩‍👧 flags 🇩🇪🇫🇷"});
}

TEST_CASE("random texts are written down again bit for bit") {
  std::mt19937 random(31);
  const std::vector<std::string> pieces = {
      "the", "The", "THE",     "tHe", " ", " ", " ", ", ", ". ", "\n", "\n\n",   "“", "\"",
      "é",   "É",   "e\u0301", "1",   "-", "'", "’", "ß",  "SS", "字", "\u0001", "a"};
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    texts.push_back(text);
  }
  check_round_trip(texts);
}

TEST_CASE("a long run of plain words takes a byte for 128 of them") {
  news::SurfaceWriter writer;
  const news::SurfaceWriter::Separator blank{0, false, " "}, nothing{5, false, ""};
  writer.word(nothing, {true, true, false}, "a");
  for (int i = 0; i < 256; ++i) writer.word(blank, {true, false, false}, "a");
  std::string surface;
  writer.finish(nothing, surface);
  CHECK(surface.size() == 5);
}

TEST_CASE("a surface that does not fit its words is refused") {
  const auto usual = [](news::WordId) { return std::string_view("word"); };
  const std::vector<news::WordId> two = {1, 2};
  std::mt19937 random(32);
  int refused = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string surface;
    for (std::size_t n = random() % 12; n > 0; --n) surface += static_cast<char>(random());
    surface.shrink_to_fit();
    try {
      news::write_text(two, surface, usual, nullptr);
    } catch (const news::Error& e) {
      CHECK(e.code() == news::ErrorCode::damaged);
      ++refused;
    }
  }
  CHECK(refused > 4000);
  CHECK_THROWS_AS(news::write_text(two, "", usual, nullptr), news::Error);
  CHECK_THROWS_AS(news::write_text(two, std::string("\x01\x00", 2), usual, nullptr), news::Error);
}
