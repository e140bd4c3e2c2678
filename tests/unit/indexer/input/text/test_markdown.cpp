// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/front_matter.hpp"
#include "indexer/text/markdown.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kPost =
    "---\nlayout: post\ntitle: \"Staff &amp; Barbecue\"\nauthor: [Ann, Bob]\n"
    "categories:\n  - campus\n  - food\nmeta: {a: [1, b]}\n--- \n\n"
    "The *Board* has invited\nall staff. See [the page][2].\n\n"
    "[Source](http://example.org/a.htm \"Permalink to it\")\n\n[2]: http://example.org/\n";

}  // namespace

TEST_CASE("a post with front matter; the date is in its name") {
  const auto got = read_as("auto", kPost, "_posts/1997-10-06-staff-barbecue.md");
  REQUIRE(got.articles.size() == 1);
  const Article& article = got.articles[0];
  CHECK(article.title == "Staff & Barbecue");
  CHECK(article.text == "The Board has invited all staff. See the page.");
  CHECK(article.authors == Strings{"Ann", "Bob"});
  CHECK(article.section == "campus");
  CHECK(article.url == "http://example.org/a.htm");
  CHECK(format_date(article.date) == "1997-10-06");
  CHECK(article.date_from == DateFrom::file);
  CHECK(article.extra ==
        R"({"layout":"post","categories":["campus","food"],"meta":{"a":["1","b"]}})");
}

TEST_CASE("front matter's date comes before the name's, and an address must be whole") {
  const auto got =
      read_as("auto", "---\ntitle: x\ndate: 1996-10-07 15:09:24\npermalink: /a/b\n---\n# x\ny\n",
              "1997-10-06-a.md");
  REQUIRE(got.articles.size() == 1);
  CHECK(format_date(got.articles[0].date) == "1996-10-07T15:09:24");
  CHECK(got.articles[0].date_from == DateFrom::field);
  CHECK(got.articles[0].url.empty());
  CHECK(got.articles[0].extra == R"({"permalink":"/a/b"})");
  CHECK(got.articles[0].text == "y");
}

TEST_CASE("Markdown without front matter has its first heading as title") {
  const auto got = read_as("auto", "# The *title*\n\nText\n\n## Part\n\nmore\n", "notes.md");
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].title == "The title");
  CHECK(got.articles[0].text == "Text\n\nPart\n\nmore");
}

TEST_CASE("no mark-up is left of Markdown") {
  struct Row {
    const char* markdown;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"a  **b** _c_ ~~d~~ `e*`", "a b c d e*"},
      {"![alt](x.png) [b](c \"d\") <http://e.org>", "b http://e.org"},
      {"one\ntwo  \nthree", "one two\nthree"},
      {"- a\n- b\n  c\n\npara", "- a\n- b c\n\npara"},
      {"2. a\n3. b\n   - c\n4. d", "2. a\n3. b\n- c\n4. d"},
      {"| a | b |\n|---|---|\n| c | d |\n\ne", "a | b\nc | d\n\ne"},
      {"```\nx  = *y*\n  z\n```\nafter", "x  = *y*\n  z\n\nafter"},
      {"<div>\n<p>a &amp; <b>b</b></p>\n</div>\n\nc <i>d</i><br/>e", "a & b\n\nc d\ne"},
      {"> quoted\n\n---\n\nAT&amp;T &#8212; x", "quoted\n\nAT&T \xE2\x80\x94 x"},
      {"**bold **text [name][9] [Dr](x y", "bold text name [Dr](x y"},
      {"[new] rules, 5 * 3, a\\*b", "[new] rules, 5 * 3, a*b"},
      {"[Source](http://a.org)\n\nnot the end", "Source\n\nnot the end"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.markdown);
    CHECK(read_markdown(row.markdown).text == row.text);
  }
}

TEST_CASE("a title with a colon and no quotes is read all the same") {
  const auto got = read_as("auto", "---\nlayout: post\ntitle: Films: a list\n---\nx\n", "a.md");
  CHECK(got.titles() == Strings{"Films: a list"});
  CHECK(read_as("auto", "---\ntitle: \"Aroma\" to air\nauthor: A\n---\nx\n", "a.md").titles() ==
        Strings{"\"Aroma\" to air"});
}

TEST_CASE("front matter that is a bomb, no map or too deep is rejected") {
  for (const std::string& yaml :
       {std::string("title: &a [x, x]\nb: [*a, *a]\n"), std::string("- a\n- b\n"),
        std::string("[[[[\n"), "a: " + std::string(5000, '[') + "\n",
        "a: " + std::string(5000, '{') + "\n"}) {
    CAPTURE(yaml.substr(0, 40));
    const auto got = read_as("markdown", "---\n" + yaml + "---\ntext\n");
    CHECK(got.reasons() == Strings{"broken front matter"});
  }
  CHECK_FALSE(find_front_matter("---\n" + std::string(70000, 'x') + "\n---\n"));
  CHECK_FALSE(find_front_matter("----\na: b\n----\n"));
  CHECK(find_front_matter("---\r\na: b\r\n...\r\nc")->end == 16);
}

TEST_CASE("Markdown nested and cut off anywhere") {
  for (const char* piece : {"> ", "[", "*a ", "- ", "![", "<b>", "`", "_", "[a](", "| a |\n"}) {
    std::string text;
    while (text.size() < 50000) text += piece;
    CAPTURE(piece);
    CHECK_NOTHROW(read_markdown(text));
  }
  CHECK(read_truncated("markdown", kPost) > 200);
}

}  // namespace news
