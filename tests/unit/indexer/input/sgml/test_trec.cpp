// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/sgml/trec_fields.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kAp =
    "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n"
    "<FIRST>u i AM-Vietnam-Amnesty     02-12 0398</FIRST>\n"
    "<HEAD>Reports Former Saigon Officials Released</HEAD>\n"
    "<BYLINE>By JANE DOE</BYLINE>\n<BYLINE>Associated Press Writer</BYLINE>\n"
    "<DATELINE>BANGKOK, Thailand (AP) </DATELINE>\n<TEXT>\n"
    "   More than 150 former officers of the overthrown South\n"
    "Vietnamese government have been released, AT&amp;T said.\n"
    "   The report did not give details.\n</TEXT>\n</DOC>\n";

Article only(const Outcome& got) {
  REQUIRE(got.articles.size() == 1);
  return got.articles[0];
}

}  // namespace

TEST_CASE("TREC: Associated Press") {
  const Article article = only(read_as("auto", kAp, "ap880212"));
  CHECK(article.id == "AP880212-0001");
  CHECK(article.title == "Reports Former Saigon Officials Released");
  CHECK(article.text ==
        "BANGKOK, Thailand (AP) - More than 150 former officers of the overthrown South "
        "Vietnamese government have been released, AT&T said.\n\n"
        "The report did not give details.");
  CHECK(article.authors == Strings{"JANE DOE"});
  CHECK(article.source == "Associated Press");
  CHECK(format_date(article.date) == "1988-02-12");
  CHECK(article.date_from == DateFrom::meta);
  CHECK(article.extra.find("Associated Press Writer") != std::string::npos);
  CHECK(article.extra.find("AM-Vietnam-Amnesty 02-12 0398") != std::string::npos);
}

TEST_CASE("a text that tells of <DOC> and <REUTERS> is not one of them") {
  for (const char* text : {"Format: TREC SGML (<DOC><DOCNO>)\n", "Format: <REUTERS>..</REUTERS>\n",
                           "<!-- <DOC> --> x <DOC><DOCNO>"}) {
    CAPTURE(text);
    const TempDir dir;
    const auto input = open_input({dir.write("a", text)}, {});
    const auto record = input->next();
    REQUIRE(record);
    CHECK(record->format == "text");
  }
  CHECK(read_as("auto", "\n<!-- x -->\n" + kAp).articles.size() == 1);
}

TEST_CASE("TREC: Financial Times") {
  const Article article = only(read_as(
      "auto",
      "<DOC>\n<DOCNO>FT911-3</DOCNO>\n<PROFILE>_AN-BEOA7AAIFT</PROFILE>\n<DATE>910514\n</DATE>\n"
      "<HEADLINE>\nFT  14 MAY 91 / International Company News: Contigas "
      "plans\nproject\n</HEADLINE>\n"
      "<BYLINE>\n   By DAVID GOODHART\n</BYLINE>\n<DATELINE>\n   BONN\n</DATELINE>\n<TEXT>\n"
      "CONTIGAS, the German gas group, said so.\n</TEXT>\n<PUB>The Financial Times\n</PUB>\n"
      "<PAGE>\nLondon Page 20\n</PAGE>\n</DOC>\n"));
  CHECK(article.title == "International Company News: Contigas plans project");
  CHECK(article.text == "BONN - CONTIGAS, the German gas group, said so.");
  CHECK(article.source == "The Financial Times");
  CHECK(article.authors == Strings{"DAVID GOODHART"});
  CHECK(format_date(article.date) == "1991-05-14");
  CHECK(article.date_from == DateFrom::field);
}

TEST_CASE("TREC: Los Angeles Times") {
  const Article article = only(read_as(
      "auto",
      "<DOC>\n<DOCNO> LA010189-0001 </DOCNO>\n<DOCID> 1 </DOCID>\n"
      "<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home Edition \n</P>\n</DATE>\n"
      "<SECTION>\n<P>\nBook Review; Page 1; Book Review Desk \n</P>\n</SECTION>\n"
      "<HEADLINE>\n<P>\nNEW FALLOUT; \n</P>\n<P>\nTHE SOCIAL IMPACT \n</P>\n</HEADLINE>\n"
      "<BYLINE>\n<P>\nBy James E. Oberg , Oberg, a space engineer \n</P>\n</BYLINE>\n"
      "<TEXT>\n<P>\nThe onset of the new Gorbachev policy of glasnost will\nhave effects. \n</P>\n"
      "<P>\nSecond. \n</P>\n</TEXT>\n</DOC>\n"));
  CHECK(article.title == "NEW FALLOUT; THE SOCIAL IMPACT");
  CHECK(article.section == "Book Review");
  CHECK(article.authors == Strings{"James E. Oberg"});
  CHECK(article.text ==
        "The onset of the new Gorbachev policy of glasnost will have effects.\n\nSecond.");
  CHECK(format_date(article.date) == "1989-01-01");
  CHECK(article.source == "Los Angeles Times");
}

TEST_CASE("TREC: Wall Street Journal, early and late") {
  const Article early = only(read_as(
      "auto",
      "<DOC>\n<DOCNO> WSJ870324-0001 </DOCNO>\n<HL> John Blair Is Near Accord To Sell Unit</HL>\n"
      "<DD> 03/24/87</DD>\n<SO> WALL STREET JOURNAL (J)</SO>\n<IN> REL\nMEDIA (MED) </IN>\n"
      "<DATELINE> NEW YORK </DATELINE>\n<TEXT>\n   John Blair &amp; Co. said "
      "so.\n</TEXT>\n</DOC>"));
  CHECK(early.text == "NEW YORK - John Blair & Co. said so.");
  CHECK(early.source == "WALL STREET JOURNAL");
  CHECK(format_date(early.date) == "1987-03-24");
  const Article late = only(read_as(
      "auto",
      "<DOC>\n<DOCNO>\nWSJ910102-0001\n</DOCNO>\n<HL>\n   Bush and Congress\n   ----\n"
      "   By John Yang\n   Staff Reporter of The Wall Street Journal\n</HL>\n<DATE>\n01/02/91\n"
      "</DATE>\n<LP>\n   Lead.\n</LP>\n<TEXT>\n   Rest.\n</TEXT>\n</DOC>"));
  CHECK(late.title == "Bush and Congress");
  CHECK(late.authors == Strings{"John Yang"});
  CHECK(late.text == "Lead.\n\nRest.");
  CHECK(late.source == "Wall Street Journal");
}

TEST_CASE("TREC: FBIS, AQUAINT and Gigaword") {
  const Article fbis = only(
      read_as("auto",
              "<DOC>\n<DOCNO> FBIS3-1 </DOCNO>\n<HT>  \"cr00000011094001\" </HT>\n<HEADER>\n"
              "<H2>   March Reports </H2>\n<DATE1>  1 March 1994 </DATE1>\nArticle Type:FBIS \n"
              "<H3> <TI>      OPINION POLLS ON </TI></H3>\n</HEADER>\n<TEXT>\nPOLITICIANS\n\n"
              "<F P=100> FORMER YUGOSLAV REPUBLIC </F>\n</TEXT>\n</DOC>"));
  CHECK(fbis.title == "OPINION POLLS ON");
  CHECK(format_date(fbis.date) == "1994-03-01");
  CHECK(fbis.text == "POLITICIANS\n\nFORMER YUGOSLAV REPUBLIC");
  CHECK(fbis.extra.find("Article Type:FBIS") != std::string::npos);
  const Article wire = only(read_as(
      "auto",
      "<DOC>\n<DOCNO> NYT19980601.0001 </DOCNO>\n<DOCTYPE> NEWS </DOCTYPE>\n"
      "<DATE_TIME> 1998-06-01 00:05 </DATE_TIME>\n<HEADER>\nA4586 &Cx1f; taf-z\nu i &Cx13; BC\n"
      "</HEADER>\n<BODY>\n<HEADLINE>\nPADRES WIN\n</HEADLINE>\n<TEXT>\n<P>\n   One &UR; two.&LR;\n"
      "</P>\n<P>\n   Three.\n</P>\n</TEXT>\n</BODY>\n</DOC>"));
  CHECK(wire.title == "PADRES WIN");
  CHECK(wire.text == "One   two.\n\nThree.");
  CHECK(wire.source == "New York Times");
  CHECK(format_date(wire.date) == "1998-06-01T00:05:00");
  const Article giga = only(read_as(
      "auto",
      "<DOC id=\"AFP_ENG_19940512.0001\" type=\"story\" >\n<HEADLINE>\nH\n</HEADLINE>\n"
      "<DATELINE>\nPARIS, May 12 (AFP)\n</DATELINE>\n<TEXT>\n<P>\nOne.\n</P>\n</TEXT>\n</DOC>"));
  CHECK(giga.id == "AFP_ENG_19940512.0001");
  CHECK(giga.source == "Agence France-Presse");
  CHECK(format_date(giga.date) == "1994-05-12");
  CHECK(giga.text == "PARIS, May 12 (AFP) - One.");
}

TEST_CASE("TREC: pages of the web") {
  const Article page = only(read_as(
      "auto",
      "<DOC>\n<DOCNO>WTX001-B01-1</DOCNO>\n<DOCHDR>\nhttp://example.com/a 1.2.3.4 1997 200\n"
      "HTTP/1.0 200 OK\n</DOCHDR>\n<HTML><head><title>A &amp; B</title></head>\n"
      "<body><p>One\n  two<p>three<text>four</text></body></HTML>\n</DOC>"));
  CHECK(page.url == "http://example.com/a");
  CHECK(page.title == "A & B");
  CHECK(page.text == "A & B\n\nOne two\n\nthreefour");
}

TEST_CASE("TREC: what nobody knows is kept, the user's names come first") {
  InputOptions options;
  options.field_map = {{"author", "REPORTER"}};
  const Article article =
      only(read_as("trec",
                   "<doc><docno>x-1</docno><REPORTER>Ann</reporter><byline>By Bob</byline>"
                   "<mood>glad</mood><story>" +
                       std::string(1500, 'w') + "</story></doc>",
                   "a", options));
  CHECK(article.authors == Strings{"Ann"});
  CHECK(article.extra == R"({"byline":"By Bob","mood":"glad"})");
  CHECK(article.text == std::string(1500, 'w'));
  CHECK(article.id == "x-1");
}

TEST_CASE("TREC dates of two digits, and numbers that are none") {
  CHECK(trec_date("910514") == "1991-05-14");
  CHECK(trec_date("011231") == "2001-12-31");
  CHECK(trec_date("01/02/91") == "1991-01-02");
  CHECK(trec_date("919999") == "919999");
  CHECK(trec_date(" 1 March\n1994 ") == "1 March 1994");
  CHECK(read_trec_number("LA010189-0001").date == "1989-01-01");
  CHECK(read_trec_number("APW19980601.0001").date == "1998-06-01");
  CHECK(read_trec_number("APW19980601.0001").source == "Associated Press");
  CHECK(read_trec_number("SJMN91-06364022").date.empty());
  CHECK(read_trec_number("XY990230-1").date.empty());
  CHECK(read_trec_number("AP880212").date.empty());
  CHECK(read_trec_number("").source.empty());
}

TEST_CASE("TREC: a hundred thousand open tags, and records cut off anywhere") {
  std::string nested = "<DOC><DOCNO>1</DOCNO>";
  for (int i = 0; i < 100000; ++i) nested += "<body><x><text>";
  CHECK(read_as("trec", nested + "deep</DOC>").articles.size() == 1);
  CHECK(read_truncated("trec", kAp.substr(0, kAp.size() - 1)) == 0);
  std::string many = "<DOC><DOCNO>1</DOCNO>";
  for (int i = 0; i < (1 << 20); ++i) many += "<b>";
  CHECK(read_as("trec", many + "</DOC>").reasons() == Strings{"broken SGML"});
}

}  // namespace news
