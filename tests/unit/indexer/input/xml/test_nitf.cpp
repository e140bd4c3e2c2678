// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kTimes =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE nitf SYSTEM \"http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd\">\n"
    "<nitf change.date=\"June 10, 2005\" change.time=\"19:30\" version=\"-//IPTC//DTD NITF "
    "3.3//EN\">\n<head>\n"
    "<title>Head title</title>\n<meta content=\"foo\" name=\"slug\"/>\n<meta content=\"19\" "
    "name=\"publication_day_of_month\"/>\n"
    "<meta content=\"Sports; New York and Region\" name=\"online_sections\"/>\n<docdata>\n<doc-id "
    "id-string=\"1819173\"/>\n"
    "<doc.copyright holder=\"The New York Times\" year=\"2007\"/>\n<identified-content>\n"
    "<classifier class=\"indexing_service\" type=\"descriptor\">Floods</classifier><person "
    "class=\"x\">Doe, Jane</person>\n"
    "</identified-content>\n</docdata>\n"
    "<pubdata date.publication=\"20070119T000000\" ex-ref=\"http://query.example/1\" name=\"The "
    "New York Times\"/>\n</head>\n"
    "<body>\n<body.head>\n<hedline>\n<hl1>A Title</hl1>\n<hl2>Second deck</hl2></hedline>\n"
    "<byline class=\"normalized_byline\">Doe, Jane</byline>\n<byline class=\"print_byline\">By "
    "JANE DOE and JOHN ROE</byline>\n"
    "<abstract>\n<p>In short.</p>\n</abstract>\n</body.head>\n<body.content>\n"
    "<block class=\"lead_paragraph\">\n<p>First, &amp; best.</p>\n</block>\n"
    "<block class=\"full_text\">\n<p>First, &amp; best.</p>\n<p>Second "
    "<em>one</em>\nhere.</p>\n</block>\n</body.content>\n</body>\n</nitf>\n";

}  // namespace

TEST_CASE("an article in the NITF of the Times") {
  const auto article = read_one(kTimes);
  CHECK(article.title == "A Title");
  CHECK(article.text == "First, & best.\n\nSecond one here.");
  CHECK(article.authors == Strings{"JANE DOE", "JOHN ROE"});
  CHECK(format_date(article.date) == "2007-01-19T00:00:00");
  CHECK(article.id == "1819173");
  CHECK(article.url == "http://query.example/1");
  CHECK(article.source == "The New York Times");
  CHECK(article.section == "Sports");
  for (const char* kept :
       {"\"abstract\":\"In short.\"", "\"subtitle\":\"Second deck\"", "\"classifier\":[\"Floods\"]",
        "\"person\":[\"Doe, Jane\"]", "New York and Region", "\"slug\":\"foo\""}) {
    CAPTURE(kept, article.extra);
    CHECK(article.extra.find(kept) != std::string::npos);
  }
}

TEST_CASE(
    "the text of NITF without blocks is all of its body, without pictures, after its dateline") {
  const auto article = read_one(
      "<nitf><head><docdata><date.issue "
      "norm=\"20080101\"/></docdata></head><body><body.head><hedline><hl1>T</hl1></hedline>"
      "<byline>By <person>Ann Lee</person><byttl>Staff Reporter</byttl></byline>"
      "<dateline><location>OSLO</location>, Jan. 1</dateline></body.head><body.content><p>One.</p>"
      "<media media-type=\"image\"><media-reference source=\"x.jpg\"/><media-caption>A "
      "boat</media-caption></media>"
      "<table><tr><td>a</td><td>b</td></tr></table><p>Two.</p></body.content>"
      "<body.end><tagline>Ann Lee writes.</tagline></body.end></body></nitf>");
  CHECK(article.text == "OSLO, Jan. 1 — One.\n\na\tb\n\nTwo.");
  CHECK(article.authors == Strings{"Ann Lee"});
  CHECK(format_date(article.date) == "2008-01-01");
  CHECK(article.extra.find("\"captions\":[\"A boat\"]") != std::string::npos);
  CHECK(article.extra.find("Staff Reporter") != std::string::npos);
}

TEST_CASE("the lead of NITF is not doubled, but is the text if there is no other") {
  const std::string before =
      "<nitf><body><body.content><block class=\"lead_paragraph\"><p>Lead.</p></block>";
  CHECK(read_one(before + "<p>Lead.</p><p>More.</p></body.content></body></nitf>").text ==
        "Lead.\n\nMore.");
  CHECK(read_one(
            before +
            "<block class=\"correction_text\"><p>Sorry.</p></block></body.content></body></nitf>")
            .text == "Lead.\n\nSorry.");
  CHECK(read_one(before + "</body.content></body></nitf>").text == "Lead.");
  CHECK(
      read_one(
          "<nitf><body><body.head><abstract><p>Only this.</p></abstract></body.head></body></nitf>")
          .text == "Only this.");
}

TEST_CASE("NITF within an envelope is found, NITF without words is rejected") {
  CHECK(read_one("<?xml version='1.0'?><docs><nitf><head><title>T</title></head></nitf></docs>")
            .title == "T");
  CHECK(read_none("<nitf><head/><body/></nitf>") == "no title or text: ");
}

TEST_CASE("NITF that breaks off anywhere is accounted for") {
  read_truncated(kTimes);
}

}  // namespace news
