// SPDX-License-Identifier: GPL-2.0-or-later
// Records as well-known tools and services write them, cut down to the fields that tell them apart.
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

struct Shape {
  const char* tool;
  const char* json;
  std::string title, text, date, source, id;
  Strings authors;
};

Article read_one(const std::string& name, const std::string& content, InputOptions options = {}) {
  const TempDir dir;
  auto got = read_all({dir.write(name, content)}, std::move(options));
  CAPTURE(content);
  REQUIRE(got.rejections.empty());
  REQUIRE(got.articles.size() == 1);
  return std::move(got.articles[0]);
}

}  // namespace

TEST_CASE("JSON of well-known tools needs no field map") {
  const Shape shapes[] = {
      {"news-please",
       R"({"authors":["Ann Lee"],"date_download":"2020-05-01 10:00:00","date_modify":"2020-04-30 09:00:00","date_publish":"2020-04-29 08:00:00","description":"d","language":"en","maintext":"Body.","source_domain":"x.org","title":"T","url":"https://x.org/1"})",
       "T",
       "Body.",
       "2020-04-29T08:00:00",
       "x.org",
       "",
       {"Ann Lee"}},
      {"newspaper3k",
       R"({"title":"T","text":"Body.","authors":["Ann Lee"],"publish_date":"2019-03-25","url":"https://x.org/1","meta_lang":"en","summary":"s","keywords":["k"]})",
       "T",
       "Body.",
       "2019-03-25",
       "",
       "",
       {"Ann Lee"}},
      {"realnews",
       R"({"url":"https://x.org/1","url_used":"u","title":"T","text":"Body.","summary":"s","authors":[],"publish_date":"04-19-2019","domain":"x.org","warc_date":"2019-04-22T00:00:00Z","status":"success","split":"train"})",
       "T",
       "Body.",
       "2019-04-19",
       "x.org",
       "",
       {}},
      {"Webhose",
       R"({"uuid":"u1","url":"https://x.org/1","author":"Ann Lee","published":"2016-10-26T21:41:00.000+03:00","title":"T","text":"Body.","language":"english","crawled":"2016-10-27T01:49:27.168+03:00","thread":{"site":"x.org","site_full":"www.x.org","section_title":"World","title":"T"}})",
       "T",
       "Body.",
       "2016-10-26T21:41:00+03:00",
       "x.org",
       "u1",
       {"Ann Lee"}},
      {"Fundus",
       R"({"title":"T","authors":["Ann Lee"],"publishing_date":"2023-05-01T10:00:00+02:00","topics":["a"],"lang":"de","body":{"summary":["Lead."],"sections":[{"headline":["H"],"paragraphs":["One.","Two."]}]},"html":{"requested_url":"https://x.org/1","crawl_date":"2023-06-01T00:00:00Z"}})",
       "T",
       "Lead.\n\nH\n\nOne.\n\nTwo.",
       "2023-05-01T10:00:00+02:00",
       "",
       "",
       {"Ann Lee"}},
      {"ninjs 1",
       R"({"uri":"urn:x:1","type":"text","versioncreated":"2014-06-26T10:00:00Z","headline":"T","byline":"Ann Lee","body_text":"Body.","language":"en","provider":"TT"})",
       "T",
       "Body.",
       "2014-06-26T10:00:00Z",
       "TT",
       "urn:x:1",
       {"Ann Lee"}},
      {"ninjs 2",
       R"({"uri":"urn:x:1","firstcreated":"2014-06-26T10:00:00Z","headlines":[{"role":"main","value":"T"},{"role":"short","value":"t"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"Body."}]})",
       "T",
       "Body.",
       "2014-06-26T10:00:00Z",
       "",
       "urn:x:1",
       {}},
      {"Washington Post",
       R"({"id":"w1","article_url":"https://x.org/1","title":"T","author":"Ann Lee","published_date":1472713234000,"contents":[{"content":"World","mime":"text/plain","type":"kicker"},{"content":"T","type":"title"},{"content":1472713234000,"mime":"text/plain","type":"date"},{"type":"image","fullcaption":"c","imageURL":"u"},{"content":"<a href=\"u\">One</a> &amp; <i>only</i>.","subtype":"paragraph","type":"sanitized_html","mime":"text/html"},{"content":"Two.","subtype":"paragraph","type":"sanitized_html"}],"type":"article","source":"The Washington Post"})",
       "T",
       "One & only.\n\nTwo.",
       "2016-09-01T07:00:34Z",
       "The Washington Post",
       "w1",
       {"Ann Lee"}},
      {"BASIL",
       R"({"source":"fox","title":"T","url":"https://x.org/1","word-count":4,"date":"2019-03-25","uuid":"b1","body-paragraphs":[["One.","Two."],["Three."]]})",
       "T",
       "One. Two.\n\nThree.",
       "2019-03-25",
       "fox",
       "b1",
       {}},
      {"NewsAPI",
       R"({"source":{"id":"cnn","name":"CNN"},"author":"Ann Lee","title":"T","description":"d","url":"https://x.org/1","urlToImage":"i","publishedAt":"2020-01-02T03:04:05Z","content":"Body."})",
       "T",
       "Body.",
       "2020-01-02T03:04:05Z",
       "CNN",
       "",
       {"Ann Lee"}},
      {"New York Times API",
       R"({"headline":{"main":"T","kicker":null},"byline":{"original":"By Ann Lee"},"pub_date":"2020-01-02T03:04:05+0000","web_url":"https://x.org/1","lead_paragraph":"Lead.","abstract":"a","_id":"nyt://1","source":"The New York Times","news_desk":"Foreign"})",
       "T",
       "a",
       "2020-01-02T03:04:05+00:00",
       "The New York Times",
       "nyt://1",
       {"By Ann Lee"}},
      {"The Guardian",
       R"({"id":"world/1","sectionName":"World","webPublicationDate":"2020-01-02T03:04:05Z","webTitle":"T","webUrl":"https://x.org/1","fields":{"bodyText":"Body."}})",
       "T",
       "Body.",
       "2020-01-02T03:04:05Z",
       "",
       "world/1",
       {}},
  };
  for (const auto& shape : shapes) {
    CAPTURE(shape.tool);
    const Article article = read_one("a.jsonl", shape.json);
    CHECK(article.title == shape.title);
    CHECK(article.text == shape.text);
    CHECK(format_date(article.date) == format_date(parse_date(shape.date)));
    CHECK(article.date.dated());
    CHECK(article.date_from == DateFrom::field);
    CHECK(article.source == shape.source);
    CHECK(article.id == shape.id);
    CHECK(article.authors == shape.authors);
    CHECK((article.url == "https://x.org/1" || shape.id.starts_with("urn:")));
  }
}

TEST_CASE("fields that are HTML by their names are made plain") {
  CHECK(read_one("a.jsonl",
                 R"({"headline":"T","body_xhtml":"<p>One &amp; <b>two</b>.</p><p>Three.</p>"})")
            .text == "One & two.\n\nThree.");
  CHECK(read_one("a.jsonl", R"({"title":"T","text":"a <b> c"})").text == "a <b> c");
}

TEST_CASE("when it was fetched is not when it was published, unless asked for") {
  const char* c4 = R"({"text":"Body.","timestamp":"2019-04-23T08:26:47Z","url":"https://x.org/1"})";
  const char* crawled = R"({"title":"T","text":"Body.","crawled":"2019-04-23T08:26:47Z"})";
  InputOptions asked;
  asked.date_from_crawl = true;
  for (const char* json : {c4, crawled}) {
    CAPTURE(json);
    const Article article = read_one("a.jsonl", json);
    CHECK_FALSE(article.date.dated());
    CHECK(article.date_from == DateFrom::none);
    CHECK((article.extra + article.crawled).find("2019-04-23T08:26:47Z") != std::string::npos);
    const Article with = read_one("a.jsonl", json, asked);
    CHECK(format_date(with.date) == "2019-04-23T08:26:47Z");
    CHECK(with.date_from == DateFrom::crawl);
  }
  InputOptions mapped;
  mapped.field_map = {{"date", "timestamp"}};
  CHECK(format_date(read_one("a.jsonl", c4, mapped).date) == "2019-04-23T08:26:47Z");
  const Article both = read_one(
      "a.jsonl", R"({"title":"T","date":"2018-01-01","crawled":"2019-04-23T08:26:47Z"})", asked);
  CHECK(format_date(both.date) == "2018-01-01");
  CHECK(both.date_from == DateFrom::field);
}

TEST_CASE("lists of authors as Python prints them") {
  const auto authors = [](const std::string& cell) {
    return read_one("a.csv", "title,authors\nT,\"" + cell + "\"\n").authors;
  };
  CHECK(authors("['Ann Lee', \"\"Pat O'Neil\"\"]") == Strings{"Ann Lee", "Pat O'Neil"});
  CHECK(authors("['It\\'s me']") == Strings{"It's me"});
  CHECK(authors("[]").empty());
  CHECK(authors("[sic] Ann") == Strings{"[sic] Ann"});
  CHECK(authors("['Ann") == Strings{"['Ann"});
}

TEST_CASE("a table without a header has its text where most words are") {
  const Article article = read_one(
      "a.csv",
      R"("3","Fears for pension after talks","Unions representing workers at the firm say that they are disappointed after the talks."
)");
  CHECK(article.title == "Fears for pension after talks");
  CHECK(article.text.starts_with("Unions representing"));
  CHECK(article.extra == R"({"column 1":"3"})");
  const TempDir dir;
  CHECK(read_all({dir.write("b.csv", "1,2,3\n4,5,6\n")}).reasons() == Strings{"no title or text"});
}

}  // namespace news
