// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

}  // namespace

TEST_CASE("a text file's first line is the title, the rest the text") {
  const TempDir dir;
  const auto got = read_all({dir.write("a", "\r\n  Title \r\n\r\n  One.\r\n\r\nTwo.\r\n")});
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].title == "Title");
  CHECK(got.articles[0].text == "  One.\n\nTwo.\n");
  CHECK(got.articles[0].id.empty());
  CHECK_FALSE(got.articles[0].date.dated());
  CHECK(read_all({dir.write("b", "Caf\xE9\n\ntext")}).titles() == Strings{"Café"});
}

TEST_CASE("a text file's date comes from the path only when a component is a date") {
  struct Row {
    const char* path;
    const char* date;
  };
  const std::vector<Row> rows = {{"in/2016-03-01/a.txt", "2016-03-01"},
                                 {"in/2016/03/01/a.txt", "2016-03-01"},
                                 {"in/bbc/2016-03-01.txt", "2016-03-01"},
                                 {"in/2016-02-30/a.txt", ""},
                                 {"in/2016/a.txt", ""},
                                 {"in/20160301/a.txt", ""},
                                 {"in/2016-03-01-flood/a.txt", ""}};
  for (const auto& row : rows) {
    CAPTURE(row.path);
    const TempDir dir;
    dir.write(row.path, "Title\n\nText");
    const auto got = read_all({dir.path("in")});
    REQUIRE(got.articles.size() == 1);
    CHECK(format_date(got.articles[0].date) == row.date);
    CHECK(got.articles[0].source.empty());
  }
  const TempDir backup;
  backup.write("2016-03-01/in/a.txt", "Title");
  CHECK(read_all({backup.path("2016-03-01/in")}).articles[0].date_given.empty());
}

TEST_CASE("a path pattern names what a text file's path says") {
  struct Row {
    const char* pattern;
    const char* path;
    const char* source;
    const char* section;
    const char* date;
    const char* id;
  };
  const std::vector<Row> rows = {
      {"{source}/{date}/{id}.txt", "bbc/2016-03-01/7.txt", "bbc", "", "2016-03-01", "7"},
      {"{source}/{year}/{month}/{*}", "bbc/2016/3/x.txt", "bbc", "", "2016-03", ""},
      {"{source}-{date}-{id}.txt", "ny-times-2016-03-01-a-b.txt", "ny-times", "", "2016-03-01",
       "a-b"},
      {"{section}/{id}.txt", "a/b/sport/003.txt", "", "sport", "", "003"},
      {"{year}/{id}.txt", "20160/003.txt", "", "", "", ""},
      {"{date}.txt", "yesterday.txt", "", "", "", ""}};
  for (const auto& row : rows) {
    CAPTURE(row.pattern, row.path);
    const TempDir dir;
    dir.write(row.path, "Title\n\nText");
    InputOptions options;
    options.path_pattern = row.pattern;
    const auto got = read_all({dir.str()}, options);
    REQUIRE(got.articles.size() == 1);
    const Article& article = got.articles[0];
    CHECK(article.source == row.source);
    CHECK(article.section == row.section);
    CHECK(format_date(article.date) == row.date);
    CHECK(article.id == row.id);
  }
}

TEST_CASE("a pattern and a path made to backtrack take no time") {
  const TempDir dir;
  InputOptions options;
  options.path_pattern = "{*}a{*}a{*}a{*}a{*}a{*}a{*}a{*}b{id}";
  const auto tar = pack(Container::tar, "", {{std::string(3000, 'a'), "Title"}});
  CHECK(read_all({dir.write("x.tar", tar)}, options).articles.size() == 1);
}

TEST_CASE("a text in any encoding is read, what is no text is skipped") {
  const TempDir dir;
  const auto got = read_all({dir.write("a", "It\xE2\x80\x99s &quot;ok&quot;\n\nCaf\xC3\xA9")});
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].title == "It’s \"ok\"");
  const auto binary = read_all({dir.write("b", std::string("abc\0def", 7))});
  CHECK(binary.reasons() == Strings{"not an article"});
  CHECK(binary.rejections[0].skipped);
}

TEST_CASE("a first line as long as a paragraph is no headline") {
  const TempDir dir;
  const std::string paragraph(500, 'x');
  const auto got = read_all({dir.write("a", paragraph + "\n\nMore")});
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].title.empty());
  CHECK(got.articles[0].text == paragraph + "\n\nMore");
}

TEST_CASE("a text's date comes from a line that is one, unless its path has it") {
  struct Row {
    const char* text;
    const char* date;
    DateFrom from;
  };
  for (const auto& [text, date, from] : std::vector<Row>{
           {"Title\n\nMarch 3, 2016\n\nText", "2016-03-03", DateFrom::text},
           {"Title\nPublished: Tue, 1 Mar 2016\nText", "2016-03-01", DateFrom::text},
           {"Title\nLast updated on 2016-03-01 at noon\nText", "2016-03-01", DateFrom::text},
           {"Title\nPosted on 3 March 2016 by Jo Doe\nText", "2016-03-03", DateFrom::text},
           {"March 3, 2016\n\nTitle\n\nText", "2016-03-03", DateFrom::text},
           {"Title\n\nOn March 3, 2016 it rained", "", DateFrom::none},
           {"Title\n\n2016\n\nText", "", DateFrom::none},
           {"Title\n\n1456790400\n\nText", "", DateFrom::none},
           {"Title\n\n3/4/2016\n\nText", "", DateFrom::none},
           {"Title\n1\n2\n3\n4\n5\n6\nMarch 3, 2016\n", "", DateFrom::none}}) {
    CAPTURE(text);
    const TempDir dir;
    const auto got = read_all({dir.write("a", text)});
    REQUIRE(got.articles.size() == 1);
    CHECK(got.articles[0].title == "Title");
    CHECK(format_date(got.articles[0].date) == date);
    CHECK(got.articles[0].date_from == from);
  }
  const TempDir dir;
  dir.write("in/2015-01-01/a.txt", "Title\nMarch 3, 2016\nText");
  const auto got = read_all({dir.path("in")});
  CHECK(format_date(got.articles[0].date) == "2015-01-01");
  CHECK(got.articles[0].date_from == DateFrom::file);
}

TEST_CASE("an address with a date in it dates what has no other") {
  const TempDir dir;
  const auto got = read_all({dir.write(
      "a.jsonl",
      "{\"title\":\"a\",\"url\":\"https://x.org/news/2016/03/01/flood.html\"}\n"
      "{\"title\":\"b\",\"url\":\"https://x.org/2016/03/01/\",\"date\":\"2015-02-02\"}\n"
      "{\"title\":\"c\",\"url\":\"https://x.org/2016/13/01/\"}\n"
      "{\"title\":\"d\",\"url\":\"https://x.org/2016/03/01/\",\"date\":\"3/4/2016\"}\n")});
  REQUIRE(got.articles.size() == 4);
  CHECK(got.articles[0].date_given == "2016-03-01");
  CHECK(got.articles[0].date_from == DateFrom::url);
  CHECK(format_date(got.articles[1].date) == "2015-02-02");
  CHECK_FALSE(got.articles[2].date.dated());
  CHECK(format_date(got.articles[3].date) == "2016-03-01");
  CHECK(got.articles[3].date_given == "3/4/2016");
}

TEST_CASE("what lies beside articles is skipped, unless the user says that it is text") {
  struct Row {
    const char* name;
    const char* text;
  };
  const Row rows[] = {{"LICENSE", "Permission is granted"},
                      {"LICENSE-MIT", "Permission is granted"},
                      {"x/README.md", "# Hello"},
                      {"readme.txt", "Hello"},
                      {"ABOUT.txt", "Name: x"},
                      {"a.py", "print(1)"},
                      {"a.css", "a { }"},
                      {"a.pdf", "%PDF-1.4"},
                      {"a.geojson", "{\"type\":\"FeatureCollection\"}"},
                      {"qrels.txt", "301 0 FBIS3-10082 1\n301 0 FBIS3-10169 0\n"},
                      {"run.txt", "1 Q0 doc1 1 12.5 bm25\n"},
                      {"topics.txt", "1\tcapital of France\n2\tParis\n"},
                      {"topics.tsv", "1\tcapital of France\n2\tParis\n"},
                      {"t.txt", "<top>\n<num> Number: 321\n"},
                      {"places.txt", "afghanistan\nalbania \nalgeria\nangola\n"},
                      {"x.txt", "#! /usr/bin/perl\nprint 1;\n"}};
  for (const auto& [name, text] : rows) {
    CAPTURE(name);
    const TempDir dir;
    const auto path = dir.write(name, text);
    const auto got = read_all({path});
    CHECK(got.articles.empty());
    CHECK(got.reasons() == Strings{"not an article"});
    CHECK(got.rejections.at(0).skipped);
    InputOptions options;
    options.format = "text";
    CHECK(read_all({path}, options).articles.size() == 1);
  }
  for (const auto& [name, text] :
       {Row{"about-face.txt", "About face\n\nThe party turned."},
        Row{"notices-served.txt", "Served\n\nIt was."}, Row{"a.txt", "One\nTwo\nThree"},
        Row{"b.txt", "Title\n\tIndented text here.\n\tMore of it.\n"},
        Row{"c", "In 1 2 3\n\nfour five six seven"}}) {
    CAPTURE(name);
    const TempDir dir;
    CHECK(read_all({dir.write(name, text)}).articles.size() == 1);
  }
}

TEST_CASE("a text cut off anywhere is read or rejected") {
  const std::string text =
      "\xEF\xBB\xBFÜ &#8217; â€™\r\n\r\nPosted on March 3, 2016 by Jo\r\n\xC2\xADx &nbsp; “q” "
      "日本\xE2\x80\xA8\n\nRead more: x\n\nFreddie Dawson\n\n\"Gamer. Writer. Cook.\"\n\nLeave a "
      "Reply\n";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    const TempDir dir;
    const auto got = read_all({dir.write("a", text.substr(0, size))});
    CHECK(got.articles.size() + got.rejections.size() == 1);
  }
}

}  // namespace news
