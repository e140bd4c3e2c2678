// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/sgml.hpp"

#include <ctime>

#include "indexer/text/byline.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("entities: names, numbers, what Windows meant, what nobody knows") {
  CHECK(decode_entities("AT&amp;T &lt;T> &eacute;&#233;&#xE9; &#8220;x&#x201D;") ==
        "AT&T <T> \xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D");
  CHECK(decode_entities("&#146;&#150;&#128;") == "\xE2\x80\x99\xE2\x80\x93\xE2\x82\xAC");
  CHECK(decode_entities("a&nbsp;b&#160;c&#3;d&#127;e&#0;f") == "a b c d e f");
  CHECK(decode_entities("AT&T; &none; & &; &#; &#x; &#12a; &amp") ==
        "AT&T; &none; & &; &#; &#x; &#12a; &amp");
  CHECK(decode_entities("&#xD800;&#1114112;&#99999999;&#99999999999999;") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&#99999999999999;");
  CHECK(decode_entities("&amp;lt;") == "&lt;");
}

TEST_CASE("tags are found in any case, and a sign for less is no tag") {
  TagScanner tags("1 < 2 <A href='x>y'>b</a ><!-- <c> --><!DOCTYPE d><e <f>");
  std::vector<std::string> names;
  while (const auto tag = tags.next())
    names.push_back((tag->closing ? "/" : "") + std::string(tag->name));
  CHECK(names == std::vector<std::string>{"A", "/a", "", "", "f"});
}

TEST_CASE("attributes, quoted or not") {
  const auto tag = TagScanner("<DOC id=\"a&amp;b\" TYPE = 'x y' n=3 empty>").next();
  REQUIRE(tag);
  CHECK(attribute_of(*tag, "ID") == "a&b");
  CHECK(attribute_of(*tag, "type") == "x y");
  CHECK(attribute_of(*tag, "n") == "3");
  CHECK(attribute_of(*tag, "empty").empty());
  CHECK(attribute_of(*tag, "x").empty());
}

TEST_CASE("plain text of HTML has paragraphs and no scripts") {
  CHECK(plain_text("<html><style>p {}</style><h1>A &amp; B</h1>\n<p>one\n  two<br>three"
                   "<script>if (a<b) x();</script><p>four <b>bold</b><!-- no -->",
                   Blanks::flowing) == "A & B\n\none two\nthree\n\nfour bold");
  CHECK(plain_text("a<script>b", Blanks::flowing) == "a");
  CHECK(plain_text("<P>\n  one\n</P>two", Blanks::kept) == "\n  one\n\ntwo");
}

TEST_CASE("an element is what stands between its tags") {
  CHECK(element_in("<a>1</A><a>2</a>", "a") == "1");
  CHECK_FALSE(element_in("<a>1", "a"));
  CHECK_FALSE(element_in("</a>1<b></b>", "a"));
}

TEST_CASE("tags, comments and entities that never end take no time") {
  const auto start = std::clock();  // of this process: others do not count
  for (const char* piece :
       {"<a", "<a b=\"", "<!--", "<!", "&#1", "<a href='<b c=\"", "</", "<a ="}) {
    std::string text;
    while (text.size() < (4u << 20)) text += piece;
    plain_text(text, Blanks::flowing);
  }
  CHECK(std::clock() - start < 20 * CLOCKS_PER_SEC);
}

TEST_CASE("names in a byline") {
  using Names = std::vector<std::string>;
  CHECK(names_in_byline("    by Janie Gabbett, Reuters") == Names{"Janie Gabbett"});
  CHECK(names_in_byline("By JANE DOE and JOHN ROE, Times Staff Writers") ==
        Names{"JANE DOE", "JOHN ROE"});
  CHECK(names_in_byline("By Ann A, Bob B and Cid C") == Names{"Ann A", "Bob B", "Cid C"});
  CHECK(names_in_byline("Jane Doe") == Names{"Jane Doe"});
  CHECK(names_in_byline("By ").empty());
  CHECK(names_in_byline("").empty());
}

}  // namespace news
