// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kMeta =
    "<catalogRef href=\"http://www.iptc.org/std/catalog/c.xml\"/><itemMeta><itemClass "
    "qcode=\"ninat:text\"/>"
    "<provider "
    "qcode=\"nprov:Acme\"/><versionCreated>2018-11-21T16:25:32-05:00</versionCreated></itemMeta>";

/// An item of NewsML-G2 with these children.
std::string g2(const std::string& children, const std::string& name = "newsItem",
               const std::string& version = "2.29") {
  return "<" + name +
         " xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:1\" version=\"11\" "
         "standard=\"NewsML-G2\" "
         "standardversion=\"" +
         version + "\" xml:lang=\"en-US\">" + children + "</" + name + ">";
}

const std::string kStory = g2(
    kMeta +
    "<contentMeta><contentCreated>2016-11-21T15:21:06-05:00</"
    "contentCreated><creator><name>Meredith Jameson</name></creator>"
    "<subject qcode=\"a:1\"><name>economy</name></subject><subject qcode=\"a:2\"><name>central "
    "bank</name></subject>"
    "<slugline>US-Finance-Fed</slugline><headline> Fed to halt QE </headline></contentMeta>"
    "<contentSet><inlineXML contenttype=\"application/nitf+xml\"><nitf "
    "xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body>"
    "<body.head><hedline><hl1>Another title</hl1></hedline><byline>By M. J., "
    "<byttl>Staff</byttl></byline></body.head>"
    "<body.content><p>One.</p><p>Two.</p></body.content></body></nitf></inlineXML></contentSet>");

const std::string kNewsMl1 =
    "<?xml "
    "version=\"1.0\"?><NewsML><NewsEnvelope><DateAndTime>20010101T010101Z</DateAndTime></"
    "NewsEnvelope>"
    "<NewsItem><Identification><NewsIdentifier><ProviderId>acme.example</"
    "ProviderId><DateId>20010102</DateId>"
    "<NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\" Update=\"N\">1</RevisionId>"
    "<PublicIdentifier>urn:newsml:acme.example:20010102:1:1</PublicIdentifier></NewsIdentifier></"
    "Identification>"
    "<NewsManagement><NewsItemType "
    "FormalName=\"News\"/><FirstCreated>20010102T030405+0100</FirstCreated></NewsManagement>"
    "<NewsComponent><NewsLines><HeadLine>Flood</HeadLine><ByLine>By Ann Lee</ByLine></NewsLines>"
    "<AdministrativeMetadata><Provider><Party "
    "FormalName=\"Acme\"/></Provider></AdministrativeMetadata>"
    "<DescriptiveMetadata><Language FormalName=\"en\"/><SubjectCode><Subject "
    "FormalName=\"04000000\"/></SubjectCode></DescriptiveMetadata>"
    "<NewsComponent "
    "EquivalentsList=\"yes\"><ContentItem><DataContent><html><body><p>One.</p><p>Two.</p></body></"
    "html></DataContent></ContentItem>"
    "<ContentItem><DataContent>One. "
    "Two.</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";

}  // namespace

TEST_CASE("a newsItem of NewsML-G2 knows better than the NITF in it") {
  const auto article = read_one(kStory);
  CHECK(article.title == "Fed to halt QE");
  CHECK(article.text == "One.\n\nTwo.");
  CHECK(article.id == "urn:1");
  CHECK(article.source == "Acme");
  CHECK(article.language == "en");
  CHECK(article.section == "economy");
  CHECK(article.authors == Strings{"Meredith Jameson"});
  CHECK(format_date(article.date) == "2016-11-21T15:21:06-05:00");
  CHECK(article.extra.find("US-Finance-Fed") != std::string::npos);
  CHECK(article.extra.find("\"subjects\":[\"economy\",\"central bank\"]") != std::string::npos);
}

TEST_CASE("the text of NewsML-G2 is inline, as XHTML or as data") {
  const std::string head = kMeta + "<contentMeta><headline>H</headline></contentMeta><contentSet>";
  CHECK(read_one(g2(head + "<inlineXML contenttype=\"application/xhtml+xml\"><html "
                           "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head>"
                           "<body><h1>One</h1><p>Two</p></body></html></inlineXML></contentSet>"))
            .text == "One\n\nTwo");
  CHECK(read_one(g2(head +
                    "<inlineData contenttype=\"text/plain\">One\n\nTwo</inlineData></contentSet>"))
            .text == "One\n\nTwo");
  CHECK(read_none(g2(head + "<remoteContent href=\"x.jpg\"/></contentSet>")) ==
        "not an article: a newsItem whose content is elsewhere (text)");
}

TEST_CASE("items of NewsML-G2 that are no articles are skipped") {
  for (const char* name :
       {"packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}) {
    CAPTURE(name);
    CHECK(read_none(g2(kMeta, name)) == std::string("not an article: a ") + name);
  }
  CHECK(read_none(g2(kMeta)) == "not an article: a newsItem without text (text)");
  std::string picture = kMeta;
  picture.replace(picture.find("ninat:text"), 10, "ninat:picture");
  CHECK(read_none(g2(picture + "<contentMeta><headline>H</headline></contentMeta>")) ==
        "not an article: a newsItem without text (picture)");
}

TEST_CASE("all items of a message in NewsML-G2 are read, with its catalog") {
  std::string item = kStory;
  item.erase(item.find("<catalogRef"), item.find("<itemMeta>") - item.find("<catalogRef"));
  const auto got = read_file(
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><catalogRef "
      "href=\"x\"/></header><itemSet>" +
      item + g2(kMeta, "packageItem") +
      "<newsItem guid=\"N\">...</newsItem></itemSet></newsMessage>");
  CHECK(got.titles() == Strings{"Fed to halt QE"});
  CHECK(got.reasons() == Strings{"not an article", "not an article"});
}

TEST_CASE("invalid NewsML-G2 is rejected with what is wrong") {
  const auto broken = [](const std::string& text) { return "broken XML: NewsML-G2: " + text; };
  const auto bare = kMeta.substr(kMeta.find("<itemMeta>"));
  CHECK(read_none(g2("")) == broken("no <itemMeta>"));
  CHECK(read_none(g2(bare)) == broken("no catalog for its codes"));
  CHECK(read_none(g2(bare, "newsItem", "2.30")) ==
        "not an article: a newsItem without text (text)");
  for (const std::string child : {"itemClass", "provider", "versionCreated"}) {
    std::string meta = kMeta;
    for (auto at = meta.find(child); at != meta.npos; at = meta.find(child, at))
      meta.replace(at, child.size(), "other");
    CHECK(read_none(g2(meta)) == broken("no <" + child + "> in <itemMeta>"));
  }
  std::string no_guid = kStory;
  no_guid.erase(no_guid.find(" guid="), 13);
  CHECK(read_none(no_guid) == broken("no guid"));
  CHECK(read_none(g2(kMeta + "<groupSet><itemRef residrefformaturi=\"%\"/></groupSet>",
                     "packageItem")) == broken("no URI: residrefformaturi=\"%\""));
  CHECK(read_none(g2(kMeta + "<link href=\"http://x/a%20b%C3%A9\"/>", "packageItem")) ==
        "not an article: a packageItem");
  CHECK(read_none(g2(kMeta + "<assert><organisationDetails><other/></organisationDetails></assert>",
                     "packageItem")) == broken("no <other> in <organisationDetails>"));
  CHECK(read_none(g2(kMeta + "<assert><organisationDetails><o:other "
                             "xmlns:o=\"urn:o\"/></organisationDetails></assert>",
                     "packageItem")) == "not an article: a packageItem");
  CHECK(read_none(g2(kMeta + "<contentMeta><digitalSourceType/></contentMeta>", "catalogItem")) ==
        broken("no <digitalSourceType> in a catalogItem"));
  const std::string open = "<related>", close = "</related>";
  CHECK(read_none(g2(kMeta + open + open + open + close + close + close)) ==
        "not an article: a newsItem without text (text)");
  CHECK(read_none(g2(kMeta + open + open + open + open + close + close + close + close)) ==
        broken("<related> nested too deeply"));
  CHECK(read_none(g2(kMeta + "<schemeMeta schemeretired=\"2020-01-01\"/>", "knowledgeItem",
                     "2.18")) == broken("schemeretired came with version 2.29"));
}

TEST_CASE("a NewsItem of NewsML 1") {
  const auto article = read_one(kNewsMl1);
  CHECK(article.title == "Flood");
  CHECK(article.text == "One.\n\nTwo.");
  CHECK(article.id == "urn:newsml:acme.example:20010102:1:1");
  CHECK(article.authors == Strings{"Ann Lee"});
  CHECK(article.source == "Acme");
  CHECK(article.language == "en");
  CHECK(article.section == "04000000");
  CHECK(format_date(article.date) == "2001-01-02T03:04:05+01:00");
}

TEST_CASE("a NewsItem of NewsML 1 with pictures only is skipped") {
  CHECK(read_none("<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines>"
                  "<ContentItem Href=\"x.jpg\"/></NewsComponent></NewsItem></NewsML>") ==
        "not an article: a NewsItem without text");
}

TEST_CASE("an item of the Reuters Corpus, Volume 1") {
  const auto article = read_one(
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"2286\" id=\"root\" "
      "date=\"1996-08-20\" xml:lang=\"en\">\n"
      "<title>MEXICO: Recovery excitement.</title>\n<headline>Recovery "
      "excitement.</headline>\n<byline>Henry Tricks</byline>\n"
      "<dateline>MEXICO CITY 1996-08-20</dateline>\n<text>\n<p>One "
      "&quot;caf\xE9&quot;.</p>\n<p>Two.</p>\n</text>\n<copyright>(c) Reuters 1996</copyright>\n"
      "<metadata>\n<codes class=\"bip:countries:1.0\"><code code=\"MEX\"/></codes>\n"
      "<codes class=\"bip:topics:1.0\"><code code=\"E11\"/><code code=\"ECAT\"/></codes>\n"
      "<dc element=\"dc.publisher\" value=\"Reuters Holdings Plc\"/>\n<dc element=\"dc.source\" "
      "value=\"Reuters\"/>\n</metadata>\n</newsitem>\n");
  CHECK(article.title == "Recovery excitement.");
  CHECK(article.text == "One \"café\".\n\nTwo.");
  CHECK(article.id == "2286");
  CHECK(article.source == "Reuters");
  CHECK(article.section == "E11");
  CHECK(article.authors == Strings{"Henry Tricks"});
  CHECK(format_date(article.date) == "1996-08-20");
  CHECK(article.extra.find("\"countries\":[\"MEX\"]") != std::string::npos);
}

TEST_CASE("NewsML that breaks off anywhere is accounted for") {
  read_truncated(kStory);
  read_truncated(kNewsMl1);
}

}  // namespace news
