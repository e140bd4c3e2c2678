// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

Outcome read_text(const std::string& name, const std::string& content, InputOptions options = {}) {
  const TempDir dir;
  return read_all({dir.write(name, content)}, std::move(options));
}

Article one(const std::string& json, InputOptions options = {}) {
  auto got = read_text("a.jsonl", json, std::move(options));
  CAPTURE(json);
  REQUIRE(got.rejections.empty());
  REQUIRE(got.articles.size() == 1);
  return std::move(got.articles[0]);
}

}  // namespace

TEST_CASE("usual field names are recognised, the preferred one first, the rest kept as extra") {
  const Article article = one(
      R"({"headline":"H","domain":"d.org","Title":" T\u0000 ","body":" a\n b ","extra":[1, {"x": "\u00e9"}],)"
      R"("publishedAt":"2016-03-01","timestamp":1456826645,"authors":["A","", "B "],"byline":null,)"
      R"("link":"http://x","lang":"en-US","category":"World","_id":17,"source":{"name":"S"}})");
  CHECK(article.title == " T ");
  CHECK(article.text == " a\n b ");
  CHECK(article.source == "S");
  CHECK(article.authors == Strings{"A", "B "});
  CHECK(article.url == "http://x");
  CHECK(article.language == "en");
  CHECK(article.section == "World");
  CHECK(article.id == "17");
  CHECK(article.date_given == "2016-03-01");
  CHECK(article.extra ==
        R"({"headline":"H","extra":[1,{"x":"\u00e9"}],"timestamp":1456826645,"domain":"d.org"})");
}

TEST_CASE("values of several shapes") {
  CHECK(one(R"({"text":["a","","b"]})").text == "a\n\nb");
  CHECK(one(R"({"text":[["a","b"],["c"]]})").text == "a b\n\nc");
  CHECK(one(R"({"title":"t","author":"A, B and C "})").authors == Strings{"A, B and C "});
  CHECK(one(R"({"title":"t","author":[{"name":"A","url":"u"}]})").authors == Strings{"A"});
  CHECK(one(R"({"title":"t","date":1456826645})").date_given == "1456826645");
  CHECK(format_date(one(R"({"title":"t","date":1456826645})").date) == "2016-03-01T10:04:05Z");
  CHECK(one(R"({"title":"t","date":"soon"})").date_given == "soon");
  CHECK_FALSE(one(R"({"title":"t","date":"soon"})").date.dated());
  CHECK(one(R"({"title":"","headline":"h","text":null})").title == "h");
  CHECK(one(R"({"title":"\ud83d\ude00 \\ \" \/"})").title == "\xF0\x9F\x98\x80 \\ \" /");
  CHECK(one(R"({"title":"t","section":["a","b"]})").extra == R"({"section":["a","b"]})");
  CHECK(one(R"({"title":"t","lang":"German"})").language == "de");
  CHECK(one(R"({"title":"t","lang":"zh_Hans"})").language == "zh");
}

TEST_CASE("a field map goes before the usual names, dotted paths included") {
  InputOptions options;
  options.field_map = {{"date", "meta.published"}, {"title", "doc.head.main"}};
  const Article article = one(
      R"({"title":"no","date":"1999","meta":{"published":"2016-03","x":1},"doc":{"head":{"main":"yes"}}})",
      options);
  CHECK(article.title == "yes");
  CHECK(article.date_given == "2016-03");
  CHECK(article.extra == R"({"date":"1999","meta.x":1,"title":"no"})");
}

TEST_CASE("a broken JSON line is rejected by number and offset, the others are read") {
  const auto got = read_text("a.jsonl",
                             "{\"title\":\"a\"}\n"                  // 1
                             "\n"                                   // blank lines have no number
                             "{\"title\":\"b\"\n"                   // 2
                             "{\"title\":\"\xFF\"}\n"               // 3
                             "{\"title\":\"\\ud800\"}\n"            // 4
                             "{\"title\":\"c\"} x\n"                // 5
                             "[\"title\"]\n"                        // 6
                             "{\"x\":tru,\"title\":\"t\"}\n"        // 7
                             "{\"x\":[\"\\q\"],\"title\":\"t\"}\n"  // 8
                             "{\"x\":1}\n"                          // 9
                             "{\"title\":\"d\"}\r\n");              // 10
  CHECK(got.titles() == Strings{"a", "d"});
  CHECK(got.articles[1].from.record == 10);
  CHECK(got.reasons() == Strings{"broken JSON", "invalid UTF-8", "broken JSON", "broken JSON",
                                 "broken JSON", "broken JSON", "broken JSON", "no title or text"});
  CHECK(got.rejections[0].from.record == 2);
  CHECK(got.rejections[0].from.offset == 15);
}

TEST_CASE("a line of 40 MB is rejected and the file goes on") {
  const std::string content =
      "{\"title\":\"a\"}\n{\"title\":\"" + std::string(40u << 20, 'x') + "\"}\n{\"title\":\"b\"}\n";
  for (const char* format : {"jsonl", "json"}) {
    CAPTURE(format);
    InputOptions options;
    options.format = format;
    const auto got = read_text("a", content, options);
    CHECK(got.titles() == Strings{"a", "b"});
    CHECK(got.reasons() == Strings{"record too long"});
    CHECK(got.rejections[0].from.record == 2);
  }
}

TEST_CASE("arrays are cut element by element, whatever their strings hold") {
  const auto got = read_text("a.json", R"([{"title":"}],[{\"\\"},{"title":"b","x":[[]]} , 7, "s",)"
                                       R"({"title":"c"}}, {"title":"d"}])");
  CHECK(got.titles() == Strings{"}],[{\"\\", "b", "c", "d"});
  CHECK(got.reasons() == Strings{"broken JSON", "broken JSON", "broken JSON"});
  const auto cut = read_text("a.json", R"([{"title":"a"},{"title":"b)");
  CHECK(cut.titles() == Strings{"a"});
  CHECK(cut.reasons() == Strings{"broken JSON"});
  CHECK(read_text("a.json", R"([{"title":"a"})").reasons() == Strings{"broken JSON"});
}

TEST_CASE("nesting without end is broken JSON, not a full stack") {
  const std::string deep(100000, '[');
  CHECK(read_text("a.jsonl", "{\"title\":\"a\",\"x\":" + deep + "}").reasons() ==
        Strings{"broken JSON"});
  const std::string closed = deep + std::string(deep.size(), ']');
  CHECK(read_text("a.jsonl", "{\"title\":\"a\",\"x\":" + closed + "}").reasons() ==
        Strings{"broken JSON"});
}

TEST_CASE("CSV rows: quotes, lines inside them, wrong counts") {
  const auto got = read_text("a.csv",
                             "\xEF\xBB\xBFid,\"title\",Text,note\r\n"
                             "1,\"a, \"\"b\"\"\",\"one\r\n\r\ntwo\",\r\n"
                             "\r\n"
                             "2,too few\r\n"
                             "3,c,d,e,f\r\n"
                             "4,5\" gun,x,n\"o\r\n"
                             "5,\xFF,x,\r\n"
                             "6,,\" \",x\r\n"
                             "7,last,x,\"y\"");
  CHECK(got.titles() == Strings{"a, \"b\"", "5\" gun", "last"});
  CHECK(got.reasons() == Strings{"wrong number of fields", "wrong number of fields",
                                 "invalid UTF-8", "no title or text"});
  CHECK(got.articles[0].text == "one\r\n\r\ntwo");
  CHECK(got.articles[0].extra.empty());
  CHECK(got.articles[1].from.record == 4);
  CHECK(got.articles[1].extra == R"({"note":"n\"o"})");
  CHECK(got.articles[2].id == "7");
}

TEST_CASE("an unterminated quote costs its own row only") {
  std::string rows = "id,title\n1,a\n2,\"b\n";
  for (int i = 3; i < 1000; ++i) rows += std::to_string(i) + ",t\n";
  const auto got = read_text("a.csv", rows);
  CHECK(got.articles.size() == 998);
  CHECK(got.reasons() == Strings{"unterminated quote"});
  CHECK(got.rejections[0].from.record == 2);

  InputOptions options;
  options.max_record_bytes = 1000;
  const auto bounded = read_text("a.csv", rows, options);
  CHECK(bounded.articles.size() == 998);
  CHECK(bounded.reasons() == Strings{"unterminated quote"});
}

TEST_CASE("a file in which every line leaves a quote open is read in bounded time") {
  std::string rows = "id,title\n";
  for (int i = 0; i < 200000; ++i) rows += "x\"y,\"z\n";
  InputOptions options;
  options.max_record_bytes = 100000;
  const auto got = read_text("a.csv", rows, options);
  CHECK(got.articles.empty());
  CHECK(got.rejections.size() > 16);
  CHECK(got.rejections.size() < 50);
}

TEST_CASE("a CSV row that is too long is rejected and the file goes on") {
  InputOptions options;
  options.max_record_bytes = 100;
  const auto got =
      read_text("a.csv", "id,title\n1," + std::string(5u << 20, 'x') + "\n2,b\n", options);
  CHECK(got.titles() == Strings{"b"});
  CHECK(got.reasons() == Strings{"record too long"});
}

}  // namespace news
