// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/text/display.hpp"
#include "searcher/engine/kwic/context.hpp"
#include "searcher/engine/kwic/sort_keys.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

std::string shown(const std::string& text, const std::string& word, int columns) {
  const auto at = text.find(word);
  const KwicContext c = cut_context(text, at, at + word.size(), columns);
  return "[" + c.left + "|" + c.match + "|" + c.right + "]";
}

}  // namespace

TEST_CASE("a context is cut between words, and keeps the blank beside the match", "[kwic]") {
  const std::string text = "one two three FLOOD four five six";
  CHECK(shown(text, "FLOOD", 100) == "[one two three |FLOOD| four five six]");
  CHECK(shown(text, "FLOOD", 11) == "[two three |FLOOD| four five]");
  CHECK(shown(text, "FLOOD", 10) == "[two three |FLOOD| four five]");
  CHECK(shown(text, "FLOOD", 9) == "[three |FLOOD| four]");
  CHECK(shown(text, "FLOOD", 0) == "[|FLOOD|]");
  CHECK(shown("FLOOD", "FLOOD", 9) == "[|FLOOD|]");
  CHECK(shown("a \"FLOOD\", b", "FLOOD", 9) == "[a \"|FLOOD|\", b]");
}

TEST_CASE("white space in a row is one blank, and what is hostile is replaced", "[kwic]") {
  CHECK(shown("one.\n\n\tTwo FLOOD\r\n\r\nthree", "FLOOD", 20) == "[one. Two |FLOOD| three]");
  CHECK(shown("\x1b[1m \u202e FLOOD", "FLOOD", 20) == "[\uFFFD[1m \uFFFD |FLOOD|]");
  const std::string phrase = "a FLOOD\n OF b";
  CHECK(cut_context(phrase, 2, 11, 5).match == "FLOOD OF");
}

TEST_CASE("a word too long for a context is cut, between characters", "[kwic]") {
  const std::string long_word(50, 'a');
  CHECK(shown(long_word + "-FLOOD", "FLOOD", 9) == "[aaaaaaaa-|FLOOD|]");
  CHECK(shown("東京の朝FLOOD京都の夜", "FLOOD", 5) == "[の朝|FLOOD|京都]");
  CHECK(shown("日e\u0301e\u0301FLOODe\u0301e\u0301日", "FLOOD", 1) == "[e\u0301|FLOOD|e\u0301]");
}

TEST_CASE("contexts of any width fit, whatever the text", "[kwic]") {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += i % 3 == 0 ? "\U0001F600 " : i % 3 == 1 ? "e\u0301x" : "日本 \n";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    for (int columns = 0; columns < 12; ++columns) {
      const KwicContext c = cut_context(text, at, at, columns);
      CHECK(display_width(c.left) <= columns);
      CHECK(display_width(c.right) <= columns);
      CHECK(sanitize(c.left + c.right) == c.left + c.right);
    }
  }
}

TEST_CASE("keys of a concordance: undated is last, then the place in the archive", "[kwic]") {
  Date early, late;
  early.year = 1999;
  early.precision = Precision::year;
  late.year = 2020;
  late.month = 2;
  late.precision = Precision::month;
  const auto a = date_order(pack_date(early)), b = date_order(pack_date(late)),
             none = date_order(0);
  CHECK(a < b);
  CHECK(b < none);
  CHECK(KwicKey{{1}, 2, 3, 4} < KwicKey{{1, 1}, 0, 0, 0});
  CHECK(KwicKey{{1}, 0, 9, 9} < KwicKey{{1}, 1, 0, 0});
  CHECK(KwicKey{{1}, 1, 2, 3} < KwicKey{{1}, 1, 2, 4});
}

TEST_CASE("text from right to left is held together", "[kwic]") {
  CHECK(isolate("plain, 東京 é") == "plain, 東京 é");
  CHECK(isolate("a שלום") == "\u2068a שלום\u2069");
  CHECK(isolate("مرحبا") == "\u2068مرحبا\u2069");
}

}  // namespace news
