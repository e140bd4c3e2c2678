// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/unit/input_fixture.hpp"

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

}  // namespace news
