// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "tests/catch.hpp"
#include "tests/unit/indexer/input/crawl/crawl_fixture.hpp"

namespace news {
namespace {

using namespace test;

Strings details(const Outcome& outcome) {
  Strings list;
  for (const auto& rejection : outcome.rejections)
    list.push_back(rejection.reason + ": " + rejection.detail);
  return list;
}

std::string replace(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

const std::string kArcHead =
    "filedesc://a.arc.gz 127.0.0.1 20140216050221 text/plain 75\n1 0 LiveWeb Capture\n"
    "URL IP-address Archive-date Content-type Archive-length\n\n";

std::string arc_page(const std::string& title, const std::string& between = "text/html") {
  const std::string block = http(page(title));
  return "http://example.org/" + title + " 93.184.216.119 20140216050221 " + between + ' ' +
         std::to_string(block.size()) + '\n' + block;
}

}  // namespace

TEST_CASE("a WARC file is cut into records, header and block each") {
  const TempDir dir;
  const std::string first = warc_page("one"), second = warc_page("two");
  const auto input = open_input({dir.write("crawl", first + kEnd + second + kEnd)}, {});
  for (const auto& expected : {first, second}) {
    const auto record = input->next();
    REQUIRE(record);
    CHECK(record->format == "warc");
    CHECK(record->bytes == expected);
    CHECK(record->from.offset == (expected == first ? 0 : first.size() + kEnd.size()));
  }
  CHECK_FALSE(input->next());
}

TEST_CASE("records are cut alike wherever the blocks that are read end") {
  std::string crawl, arc = kArcHead;
  for (int i = 0; i < 2000; ++i) {
    crawl += warc_record("request", "http://x.org/", "text/plain", std::string(i % 97, 'x')) + kEnd;
    arc += "http://x.org/ 1.2.3.4 20140216050221 image/gif " + std::to_string(i % 97) + '\n' +
           std::string(i % 97, 'x') + '\n';
  }
  for (const auto& content : {crawl, arc}) {
    const auto got = read_as("auto", content);
    REQUIRE(got.rejections.size() == (content == arc ? 2001u : 2000u));
    CHECK(std::all_of(got.rejections.begin(), got.rejections.end(),
                      [](const Rejection& r) { return r.skipped; }));
  }
}

TEST_CASE("a page of a crawl has its address and when it was fetched, which is no date") {
  const auto got =
      read_as("auto", warc_record("response", "<http://example.org/a b/2016/05/07/x>",
                                  "application/http;msgtype=response", http(page("Floods"))) +
                          kEnd);
  REQUIRE(got.articles.size() == 1);
  const Article& article = got.articles[0];
  CHECK(article.url == "http://example.org/a b/2016/05/07/x");
  CHECK(article.text.find("repair the bridge") != std::string::npos);
  CHECK(format_date(article.date) == "2016-05-07");
  CHECK(article.crawled == "2017-03-06T04:02:06Z");
}

TEST_CASE("versions of WARC, bare line ends, members of gzip, TREC's numbers") {
  for (const char* version : {"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"}) {
    auto record = replace(warc_page("one"), "WARC/1.0", version);
    CHECK(read_as("auto", record + kEnd).titles() == Strings{"one"});
  }
  std::string bare = warc_page("one");
  const auto block = bare.find("HTTP/1.1");
  std::string header = bare.substr(0, block);
  std::erase(header, '\r');
  CHECK(read_as("auto", header + bare.substr(block) + "\n\n" + header + bare.substr(block))
            .titles() == Strings{"one", "one"});
  std::string packed;
  for (const char* title : {"one", "two", "three"}) packed += gzip(warc_page(title) + kEnd);
  CHECK(read_as("auto", packed).titles() == Strings{"one", "two", "three"});
  CHECK(read_as("auto", warc_record("response", "http://x.org/", "application/http",
                                    http(page("one")), "WARC-TREC-ID: clueweb09-en0000-00\r\n"))
            .articles.at(0)
            .id == "clueweb09-en0000-00");
}

TEST_CASE("what is no article in a crawl is skipped and says what it is") {
  const std::string http_type = "application/http", page_text = page("x");
  std::string crawl;
  const auto add = [&](const std::string& record) { crawl += record + kEnd; };
  add(warc_record("warcinfo", "", "application/warc-fields", "software: x\r\n"));
  add(warc_record("request", "http://x.org/", http_type, "GET / HTTP/1.0\r\n\r\n"));
  add(warc_record("revisit", "http://x.org/", http_type, http("")));
  add(warc_record("metadata", "http://x.org/", "application/json", "{}"));
  add(warc_record("response", "dns:x.org", "text/dns", "x.org. 1 IN A 127.0.0.1"));
  add(warc_record("resource", "metadata://gnu.org/wget.log", "text/plain", "--2018--"));
  add(warc_record("response", "http://x.org/robots.txt?a", http_type, http("Disallow: /")));
  add(warc_record("response", "http://x.org/", http_type, http(page_text, "", "HTTP/1.1 404 No")));
  add(warc_record("response", "http://x.org/", http_type, http("", "", "HTTP/1.1 301 Moved")));
  add(warc_record("response", "http://x.org/", http_type,
                  "HTTP/1.1 200 OK\r\nContent-Type: Image/PNG\r\n\r\n\x89PNG"));
  add(warc_record("response", "http://x.org/", http_type, "HTTP/1.1 200 OK\r\n\r\nwhatever"));
  add(warc_record("resource", "file:///a b.png", "image/png", "\x89PNG"));
  add(warc_record("response", "http://x.org/", http_type, http("")));
  const auto got = read_as("auto", crawl);
  CHECK(got.articles.empty());
  CHECK(std::all_of(got.rejections.begin(), got.rejections.end(),
                    [](const Rejection& r) { return r.skipped && r.format == ""; }));
  Strings expected;
  for (const char* detail :
       {"a warcinfo record", "a request record", "a revisit record", "a metadata record",
        "dns:", "metadata:", "robots.txt", "HTTP 404", "HTTP 301", "image/png", "no media type",
        "image/png", "nothing in it"})
    expected.push_back(std::string("not an article: ") + detail);
  CHECK(details(got) == expected);
}

TEST_CASE("resources and conversions are files themselves") {
  const auto got = read_as(
      "auto",
      warc_record("resource", "http://x.org/1", "text/html; charset=iso-8859-1", page("Caf\xE9")) +
          kEnd +
          warc_record("conversion", "http://x.org/2", "text/plain",
                      "A headline\nThe first line.\nThe second line, which is longer.\n") +
          kEnd);
  REQUIRE(got.titles() == Strings{"Caf\xC3\xA9", "A headline"});
  CHECK(got.articles[1].text == "The first line.\nThe second line, which is longer.\n");
  CHECK(got.articles[1].url == "http://x.org/2");
}

TEST_CASE("broken records of WARC are rejected, one each, and what follows is read") {
  const std::string good = warc_page("good") + kEnd, next = warc_page("next");
  const auto with_length = [&](const std::string& length) {
    return replace(warc_record("response", "http://x.org/", "application/http", "0123456789"),
                   "Content-Length: 10", "Content-Length: " + length) +
           kEnd;
  };
  for (const auto& broken :
       {with_length("8"), with_length("16"), with_length("300"), with_length("-1"),
        with_length("ten"), with_length(""), std::string("some garbage\nof two lines\n"),
        with_length("10").substr(0, 40) + "\r\n", std::string("WARC/1.0\r\n\r\n")}) {
    CAPTURE(broken);
    const auto got = read_as("auto", good + broken + next + kEnd);
    CHECK(got.titles() == Strings{"good", "next"});
    CHECK(got.reasons() == Strings{"broken record"});
  }
  const auto got = read_as("auto", good + next.substr(0, next.size() - 1));
  CHECK(got.titles() == Strings{"good"});
  CHECK(got.reasons() == Strings{"broken record"});
  CHECK(read_as("auto", warc_page("good") + next).titles() == Strings{"good", "next"});
}

TEST_CASE("a WARC file within a record is no record") {
  const std::string inner = warc_page("inner") + kEnd;
  const auto got = read_as(
      "auto", warc_record("resource", "http://x.org/a.warc", "application/warc", inner + inner) +
                  kEnd + warc_page("next"));
  CHECK(got.titles() == Strings{"next"});
  CHECK(details(got) == Strings{"not an article: application/warc"});
}

TEST_CASE("records too long are passed over, and what they claim is not believed") {
  InputOptions options;
  options.max_record_bytes = 10000;
  const std::string next = warc_page("next");
  const auto record = [](const std::string& length, std::size_t there) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: " + length + "\r\n\r\n" +
           std::string(there, 'x') + kEnd;
  };
  for (const auto& long_one : {record("300000", 300000), record("18446744073709551615", 300000),
                               record("99999999999999999999999", 10), record("20000", 10)}) {
    const auto got = read_as("auto", long_one + next, "a", options);
    CHECK(got.titles() == Strings{"next"});
    CHECK(got.reasons() == Strings{"record too long"});
  }
}

TEST_CASE("headers made to exhaust") {
  std::string many, line = "WARC/1.0\r\nX: " + std::string(10u << 20, 'x') + "\r\n\r\n";
  for (int i = 0; i < 100000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  const std::string next = warc_page("next");
  for (const auto& broken : {"WARC/1.0\r\n" + many + "\r\n", line, "WARC/1.0\r\n" + many}) {
    const auto got = read_as("auto", broken + next);
    CHECK(got.titles() == Strings{"next"});
    CHECK(got.reasons() == Strings{"broken record"});
  }
  CHECK(read_response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + many + "\r\n" +
                      page("headers"))
            .titles() == Strings{"headers"});
}

TEST_CASE("a WARC file that breaks off anywhere accounts for each record") {
  const std::string first = warc_page("one") + kEnd, whole = first + warc_page("two");
  for (std::size_t n = 1; n < whole.size(); n += n < first.size() ? 7 : 1) {
    CAPTURE(n);
    const auto got = read_as("warc", whole.substr(0, n));
    const std::size_t expected = n <= first.size() ? 1 : 2;
    CHECK(got.articles.size() + got.rejections.size() == expected);
    CHECK(got.articles.size() == (n >= first.size() - kEnd.size() ? 1 : 0));
  }
}

TEST_CASE("ARC files of both versions") {
  const std::string one = arc_page("one"), two = arc_page("two", "text/html 200 - - 75 a.arc.gz");
  const TempDir dir;
  const auto path = dir.write("crawl", kArcHead + one + "\n" + two + "\n");
  const auto got = read_all({path});
  REQUIRE(got.titles() == Strings{"one", "two"});
  CHECK(got.articles[0].url == "http://example.org/one");
  CHECK(got.articles[0].from.offset == kArcHead.size());
  CHECK(got.articles[0].crawled == "2014-02-16T05:02:21Z");
  CHECK(details(got) == Strings{"not an article: filedesc:"});
  CHECK(read_as("auto",
                kArcHead + "http://x.org/a b c 1.2.3.4 20140216050221 text/plain 13\nhello, reader")
            .articles.at(0)
            .url == "http://x.org/a b c");
}

TEST_CASE("broken records of ARC are rejected, and what follows is read") {
  const std::string line = "http://x.org/ 1.2.3.4 20140216050221 text/html ";
  for (const auto& broken :
       {line + "-1\n", line + "abc\n", line + "4\nhello, world\n", line + "5000\nhello\n",
        line + "99999999999999999999\nhello\n", std::string("garbage\nand more of it\n")}) {
    CAPTURE(broken);
    const auto got = read_as("arc", kArcHead + broken + "\n" + arc_page("next"));
    CHECK(got.titles() == Strings{"next"});
    REQUIRE(got.rejections.size() == 2);
    CHECK(got.rejections[1].reason != "not an article");
  }
  CHECK(read_truncated("arc", kArcHead + arc_page("one").substr(0, 400)) == 0);
}

}  // namespace news
