// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kTei =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" "
    "xml:id=\"t1\" xml:lang=\"fr\"><teiHeader><fileDesc>"
    "<titleStmt><title type=\"main\">Une "
    "inondation</title><author><persName><forename>Jean</forename> "
    "<surname>Valjean</surname></persName></author></titleStmt>"
    "<publicationStmt><publisher>Université</publisher><date "
    "when=\"2012\"/><idno>n-1</idno></publicationStmt>"
    "<sourceDesc><bibl><title level=\"j\">Le Petit "
    "Journal</title><publisher>Millaud</publisher><date when=\"1890-03-02\">2 "
    "mars</date></bibl></sourceDesc>"
    "</fileDesc><profileDesc><textClass><keywords><term>eau</term></keywords></textClass></"
    "profileDesc></teiHeader>"
    "<text><body><div><head>En tête</head>\n<p>La ri-<lb/>vière a "
    "<choice><sic>debordé</sic><corr>débordé</corr></choice> à Pa<lb break=\"no\"/>ris"
    "<note place=\"foot\">Une note.</note>,\n<pb n=\"2\"/>hier.</p><lg><l>Vers un</l><l>Vers "
    "deux</l></lg>"
    "<fw>Page 2</fw><list><item>un</item><item>deux</item></list></div></body></text></TEI>";

}  // namespace

TEST_CASE("a press text in TEI") {
  const auto article = read_one(kTei);
  CHECK(article.title == "Une inondation");
  CHECK(article.text ==
        "En tête\n\nLa rivière a débordé à Paris, hier.\n\nVers un\nVers deux\n\n- un\n- deux");
  CHECK(article.authors == Strings{"Jean Valjean"});
  CHECK(article.source == "Le Petit Journal");
  CHECK(format_date(article.date) == "1890-03-02");
  CHECK(article.language == "fr");
  CHECK(article.id == "n-1");
  CHECK(article.extra.find("\"notes\":[\"Une note.\"]") != std::string::npos);
  CHECK(article.extra.find("\"keywords\":[\"eau\"]") != std::string::npos);
}

TEST_CASE("TEI P4 and a corpus of several texts") {
  const auto got = read_file(
      "<teiCorpus.2><teiHeader><fileDesc><titleStmt><title>Corpus</title></titleStmt></fileDesc></"
      "teiHeader>"
      "<TEI.2><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt><publicationStmt><date "
      "value=\"1900-01-02\"/></publicationStmt></fileDesc></teiHeader>"
      "<text><body><p>Text</p></body></text></TEI.2><TEI.2><text><body><head>Two</head><p>More</"
      "p></body></text></TEI.2></teiCorpus.2>");
  CHECK(got.titles() == Strings{"One", "Two"});
  REQUIRE(got.articles.size() == 2);
  CHECK(format_date(got.articles[0].date) == "1900-01-02");
}

TEST_CASE("TEI without words is rejected, TEI that breaks off is accounted for") {
  CHECK(read_none("<TEI><teiHeader/><text><body/></text></TEI>") == "no title or text: ");
  read_truncated(kTei);
}

}  // namespace news
