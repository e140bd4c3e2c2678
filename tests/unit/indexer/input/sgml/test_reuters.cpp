// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

std::string record(const std::string& attributes, const std::string& text) {
  return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" CGISPLIT=\"TRAINING-SET\" OLDID=\"5547\" " +
         attributes +
         ">\n<DATE>26-FEB-1987 15:07:13.72</DATE>\n"
         "<TOPICS><D>acq</D><D>earn</D></TOPICS>\n<PLACES><D>usa</D></PLACES>\n<PEOPLE></PEOPLE>\n"
         "<UNKNOWN> \n&#5;&#5;&#5;F\n&#22;&#22;&#1;f0725&#31;reute\nu f BC-BANKAME   02-26 0105"
         "</UNKNOWN>\n" +
         text + "\n</REUTERS>\n";
}

const std::string kDoctype = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
const std::string kStory =
    record("NEWID=\"4\"",
           "<TEXT>&#2;\n<TITLE>TALKING POINT/BANKAMERICA &lt;BAC> EQUITY\n OFFER</TITLE>\n"
           "<AUTHOR>    by Janie Gabbett, Reuters</AUTHOR>\n"
           "<DATELINE>    LOS ANGELES, Feb 26 - </DATELINE><BODY>BankAmerica Corp is not under\n"
           "pressure to act quickly on its proposed equity offering and\n"
           "would do well to delay it.\n"
           "    Some analysts said so.\n"
           " Reuter\n&#3;</BODY></TEXT>");

}  // namespace

TEST_CASE("a Reuters story with all its fields") {
  const auto got = read_as("auto", kDoctype + kStory, "reut2-000.sgm");
  REQUIRE(got.articles.size() == 1);
  const Article& article = got.articles[0];
  CHECK(article.id == "reuters-4");
  CHECK(article.title == "TALKING POINT/BANKAMERICA <BAC> EQUITY OFFER");
  CHECK(article.text ==
        "LOS ANGELES, Feb 26 - BankAmerica Corp is not under pressure to act quickly on its "
        "proposed equity offering and would do well to delay it.\n\nSome analysts said so.");
  CHECK(article.authors == Strings{"Janie Gabbett"});
  CHECK(article.source == "Reuters");
  CHECK(article.section == "acq");
  CHECK(format_date(article.date) == "1987-02-26T15:07:13");
  CHECK(article.from.offset == kDoctype.size());
  CHECK(article.extra == R"({"OLDID":"5547","LEWISSPLIT":"TRAIN","CGISPLIT":"TRAINING-SET",)"
                         R"("TOPICS":["acq","earn"],"PLACES":["usa"],)"
                         R"("UNKNOWN":"F f0725 reute u f BC-BANKAME 02-26 0105"})");
}

TEST_CASE("the raw record is the bytes between its tags, tags included") {
  const TempDir dir;
  const auto input = open_input({dir.write("a.sgm", kDoctype + kStory + kStory)}, {});
  for (int i = 0; i < 2; ++i) {
    const auto record = input->next();
    REQUIRE(record);
    CHECK(record->format == "reuters");
    CHECK(record->bytes + "\n" == kStory);
    CHECK(record->from.record == static_cast<std::uint64_t>(i + 1));
  }
  CHECK_FALSE(input->next());
}

TEST_CASE("a Reuters brief is its title, what is unprocessed gets its first line as one") {
  const auto brief =
      record("NEWID=\"30\"",
             "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>ASSETS ROSE 720.4 MLN DLRS IN WEEK\n"
             "</TITLE>Blah blah blah.\n&#3;\n\n</TEXT>");
  const auto raw = record("NEWID=\"99\"",
                          "<TEXT TYPE=\"UNPROC\">&#2;\nFEDERAL RESERVE REPORT 1 - FEB 26\n"
                          " Net free reserves......644\n Borrowings......680\n\n Reuter\n&#3;\n\n"
                          "</TEXT>");
  const auto empty = record("NEWID=\"98\"", "<TEXT TYPE=\"UNPROC\">&#2;\n&#3;\n\n</TEXT>");
  const auto got = read_as("auto", brief + raw + empty);
  CHECK(got.titles() ==
        Strings{"ASSETS ROSE 720.4 MLN DLRS IN WEEK", "FEDERAL RESERVE REPORT 1 - FEB 26"});
  REQUIRE(got.articles.size() == 2);
  CHECK(got.articles[0].text.empty());
  CHECK(got.articles[1].text == "Net free reserves......644\nBorrowings......680");
  CHECK(got.reasons() == Strings{"no title or text"});
}

TEST_CASE("Reuters' signature goes, however it is written, and no other word") {
  struct Row {
    const char* end;
    const char* text;
  };
  const std::vector<Row> rows = {{"x.\n Reuter\n&#3;", "A - x."},
                                 {"x.\n REUTER...\n&#3;", "A - x."},
                                 {"x.\nREUTER^M\n&#3;", "A - x."},
                                 {"x. REUTER\n Reuter\n&#3;", "A - x."},
                                 {"he told Reuters.\n&#3;", "A - he told Reuters."},
                                 {"x.\n More\n&#3;", "A - x.\n\nMore"}};
  for (const auto& row : rows) {
    CAPTURE(row.end);
    const auto got =
        read_as("reuters", record("NEWID=\"1\"", std::string("<TEXT><TITLE>T</TITLE>"
                                                             "<DATELINE>A - </DATELINE>"
                                                             "<BODY>") +
                                                     row.end + "</BODY></TEXT>"));
    REQUIRE(got.articles.size() == 1);
    CHECK(got.articles[0].text == row.text);
  }
}

TEST_CASE("Reuters: a garbled time leaves the day, a byte of Latin-1 is its letter") {
  std::string story = kStory;
  story.replace(story.find("26-FEB-1987 15:07:13.72"), 23, "31-MAR-1987 605:12:19.12");
  story.replace(story.find("analysts"), 8, "analysts in D\xFCsseldorf");
  const auto got = read_as("reuters", story);
  REQUIRE(got.articles.size() == 1);
  CHECK(format_date(got.articles[0].date) == "1987-03-31");
  CHECK(got.articles[0].extra.find("605:12:19.12") != std::string::npos);
  CHECK(got.articles[0].text.find("D\xC3\xBCsseldorf") != std::string::npos);
}

TEST_CASE("records of SGML without an end are rejected one by one") {
  const std::string cut = kStory.substr(0, kStory.find("</REUTERS>"));
  const auto got = read_as("reuters", cut + kStory + cut);
  CHECK(got.articles.size() == 1);
  CHECK(got.reasons() == Strings{"broken SGML", "broken SGML"});
  CHECK(read_as("reuters", "nothing of the kind").reasons() == Strings{"not an article"});
}

TEST_CASE("an SGML record that is too long is left out, the next is read") {
  InputOptions options;
  options.max_record_bytes = kStory.size();
  const std::string huge = record("NEWID=\"5\"", std::string(300000, 'x'));
  const auto got = read_as("reuters", huge + kStory + huge, "a", options);
  CHECK(got.articles.size() == 1);
  CHECK(got.reasons() == Strings{"record too long", "record too long"});
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].from.offset == huge.size());
}

TEST_CASE("Reuters cut off anywhere is no article") {
  const std::string all = kDoctype + kStory;
  CHECK(read_truncated("reuters", all.substr(0, all.find("</REUTERS>") + 10)) == 0);
}

}  // namespace news
