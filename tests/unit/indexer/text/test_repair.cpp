// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/entities.hpp"
#include "indexer/text/repair.hpp"
#include "indexer/text/unwrap.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("character references are decoded once, and nothing else") {
  struct Row {
    const char* text;
    const char* decoded;
  };
  for (const auto& [text, decoded] :
       std::vector<Row>{{"AT&amp;T", "AT&T"},
                        {"&#8217;&#x2019;&rsquo;", "’’’"},
                        {"caf&eacute;&nbsp;x", "café x"},
                        {"&#146;", "’"},
                        {"&amp;lt;", "&lt;"},
                        {"&#0; &#xD800; &#x110000;", "  � �"},
                        {"&nosuch; &; & &#; &#x; &#12a;", "&nosuch; &; & &#; &#x; &#12a;"},
                        {"&amp", "&amp"},
                        {"&aaaaaaaaaaaaaaaaaaaa;", "&aaaaaaaaaaaaaaaaaaaa;"}}) {
    CAPTURE(text);
    CHECK(decode_entities(text) == decoded);
  }
}

TEST_CASE("mojibake is undone only where all of the text is") {
  CHECK(undo_mojibake("itâ€™s cafÃ©") == "it’s café");
  CHECK(undo_mojibake("Ð¿Ñ€Ð¸Ð²ÐµÑ‚") == "привет");
  CHECK(undo_mojibake("Ã¢â‚¬â„¢") == "’");  // twice
  for (const char* text : {"café", "“Ã©”", "CAFÉ’S", "Ã", "日本 Ã©", "SÃO PAULO", "â", ""}) {
    CAPTURE(text);
    CHECK(undo_mojibake(text) == text);
  }
}

TEST_CASE("plain text comes out clean, whatever it was") {
  CHECK(repair_text("a\r\nb\rc\fd\x01\x7F") == "a\nb\nc\nd");
  CHECK(repair_text("na\xC2\xADtion \xEF\xBB\xBF\xC2\x80x") == "nation x");
  CHECK(repair_text("Caf\xE9 \x93na\xEFve\x94") == "Café “naïve”");
  CHECK(repair_text(std::string("\xFF\xFEH\0i\0", 6)) == "Hi");
  CHECK(repair_text("&amp;#8217;") == "’");
  CHECK(repair_text("a\xE2\x80\xA8z\r") == "a\nz\n");
}

TEST_CASE("wrapped paragraphs become lines, the rest stays") {
  const std::string wrapped =
      "The company said on Monday that it had agreed to\n"
      "buy its rival for two billion dollars in cash and\n"
      "shares, and that the deal would be closed by the\n"
      "end of the year.\n";
  const std::string joined =
      "The company said on Monday that it had agreed to buy its rival for two billion dollars in "
      "cash and shares, and that the deal would be closed by the end of the year.";
  CHECK(unwrap_lines(wrapped) == joined + "\n");
  CHECK(unwrap_lines(wrapped + "\n" + wrapped) == joined + "\n\n" + joined + "\n");
  // An indent begins a paragraph.
  CHECK(unwrap_lines(wrapped + "    " + wrapped) == joined + "\n\n" + joined + "\n");
  for (const std::string alone :
       {"Shr 33 cts vs 24 cts\nNet 3,000 vs 2,000\nRevs 5 vs 4\n", "- one thing\n- another\n",
        "> he wrote that it had agreed to buy its rival for\n> it\n", "a\tb\tc\nd\te\tf\n",
        "a   b   c\nd   e   f\n", "Roses are red,\nviolets are blue\n"}) {
    CAPTURE(alone);
    CHECK(unwrap_lines(wrapped + "\n" + alone) == joined + "\n\n" + alone);
    CHECK(unwrap_lines(alone) == alone);
  }
  // One paragraph a line.
  const std::string lines = joined + "\n" + joined + "\nHe declined.\n" + joined + "\n";
  CHECK(unwrap_lines(lines) == lines);
  CHECK(unwrap_lines("").empty());
}

TEST_CASE("a short first line goes on, a heyphen stays, Chinese needs no blank") {
  CHECK(unwrap_lines("Talks have delayed\n"
                     "the finalising of contracts between the state-\n"
                     "owned power company and several firms for the\n"
                     "supply of some equipment for the latest plants,\n"
                     "they said.") ==
        "Talks have delayed the finalising of contracts between the state-owned power company and "
        "several firms for the supply of some equipment for the latest plants, they said.");
  const std::string line = "中国和日本的代表星期一在东京举行会谈讨论合作";
  CHECK(unwrap_lines(line + "\n" + line + "\n" + line + "\n" + line) == line + line + line + line);
}

TEST_CASE("paragraphs are lines, or what is wrapped") {
  const std::string text =
      "  Head \n\nThe company said on Monday that it had agreed to\n"
      "buy its rival for two billion dollars in cash and\n"
      "shares, and that the deal would be closed by the\nend of the year.\nReuter\n";
  const auto got = split_paragraphs(text);
  REQUIRE(got.size() == 3);
  CHECK(got[0] == "Head");
  CHECK(got[1].starts_with("The company"));
  CHECK(got[1].ends_with("year."));
  CHECK(got[2] == "Reuter");
}

}  // namespace news
