// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wikitext.hpp"
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

std::string wiki(const std::string& pages) {
  return "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\" version=\"0.10\" "
         "xml:lang=\"de\"><siteinfo>"
         "<sitename>Wikinews</sitename><dbname>dewikinews</dbname><base>https://de.wikinews.org/"
         "wiki/Hauptseite</base>"
         "<namespaces><namespace key=\"0\"/><namespace key=\"6\">Datei</namespace><namespace "
         "key=\"10\">Vorlage</namespace>"
         "<namespace key=\"14\">Kategorie</namespace></namespaces></siteinfo>" +
         pages + "</mediawiki>";
}

std::string page(const std::string& text, const std::string& more = "<ns>0</ns>",
                 const std::string& title = "A title") {
  return "<page><title>" + title + "</title>" + more +
         "<id>7</id><revision><id>9</id><timestamp>2004-11-14T10:00:00Z</timestamp>"
         "<contributor><username>X</username></contributor><model>wikitext</model><text "
         "xml:space=\"preserve\">" +
         text + "</text></revision></page>";
}

std::string plain(const std::string& source) {
  return read_wikitext(source, {{"datei"}, {"kategorie"}}).text;
}

}  // namespace

TEST_CASE("the mark-up of MediaWiki becomes text to read") {
  struct Row {
    const char* source;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"'''Bold''' and ''italic'' of [[Oslo]], [[Oslo|the capital]] and [[a (b)|]].",
       "Bold and italic of Oslo, the capital and a (b)."},
      {"One\ntwo\n\nthree", "One two\n\nthree"},
      {"{{Infobox|a={{b|c}}\n|d=[[e|f]]}}Text{{!}} of {{w|George Bush|Bush}} and {{w|Oslo}}",
       "Text of Bush and Oslo"},
      {"a<ref name=x>note</ref>b<ref name=x />c<!-- hidden -->d", "abcd"},
      {"before\n{| class=x\n| a || b\n{|\n|n\n|}\n|}\nafter", "before\n\nafter"},
      {"[[File:x.jpg|thumb|A [[boat]] at {{w|Oslo}}]][[Datei:y.jpg|mini]][[image:z.png]]Text",
       "Text"},
      {"[http://x/ label] and [http://y/] and [not a link]", "label and and [not a link]"},
      {"== Head ==\nText\n=== Empty ===\n== Sources ==\n*{{source|x}}\n", "Head\n\nText"},
      {"* one\n* two\n# three\n: four\nfive", "- one\n- two\n- three\n\nfour\n\nfive"},
      {"__NOTOC__ a_b __c__ it''''s", "a_b __c__ it's"},
      {"<nowiki>[[x]]</nowiki> &amp; 1 &lt; 2 < 3<br/>4 {{nowrap|5 km}}",
       "[[x]] & 1 < 2 < 3\n4 5 km"},
      {"[[fr:Titre]][[:Category:News]] [[w:Oslo]]", "Category:News Oslo"},
      {"{{unclosed [[link", "{{unclosed [[link"},
      {"a }} b ]] c |} d", "a }} b ]] c |} d"},
      {"{{cquote|Words [[a|b]]}}{{lang|fr|mots}}", "Words bmots"},
      {"Achilles ({{x}}; [[Greek]] {{y}}, {{z}}) and f() ({{x}}) {{x}}.",
       "Achilles (Greek) and f() ."},
      {"", ""}};
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(plain(row.source) == row.text);
  }
}

TEST_CASE("wiki mark-up made to cost time takes linear time") {
  const auto repeat = [](const std::string& text) {
    std::string out;
    for (int i = 0; i < 200'000; ++i) out += text;
    return out;
  };
  for (const char* text :
       {"{{a}}", "({{a}}", "{{", "[[", "[http", "{|\n", "<ref", "<ref>", "<nowiki>", "<!--", "'",
        "_", "=", "\n==x==\ny", "|", "{{a|", "}}", "[[a|"}) {
    CAPTURE(text);
    CHECK(plain(repeat(text)).size() < 10'000'000);
  }
}

TEST_CASE("a page of a wiki is an article") {
  const auto article = read_one(wiki(page(
      "{{Datum|13.11.2004}}\nText of [[Oslo]].\n[[Kategorie:Politik]]\n[[Category:Norway|x]]")));
  CHECK(article.title == "A title");
  CHECK(article.text == "Text of Oslo.");
  CHECK(article.id == "dewikinews-7");
  CHECK(article.source == "Wikinews");
  CHECK(article.url == "https://de.wikinews.org/wiki/A_title");
  CHECK(article.language == "de");
  CHECK(format_date(article.date) == "2004-11-13");
  CHECK(article.extra.find("\"categories\":[\"Politik\",\"Norway\"]") != std::string::npos);
  CHECK(format_date(read_one(wiki(page("Text"))).date) == "2004-11-14T10:00:00Z");
  CHECK(format_date(
            read_one(wiki(page("{{byline|date=November 13, 2004|location=Oslo}}Text"))).date) ==
        "2004-11-13");
}

TEST_CASE("pages that are no articles are skipped") {
  CHECK(read_none(wiki(page("x", "<ns>0</ns><redirect title=\"B\"/>"))) ==
        "not an article: a redirect");
  CHECK(read_none(wiki(page("#REDIRECT [[B]]"))) == "not an article: a redirect");
  CHECK(read_none(wiki(page("x", "<ns>10</ns>", "Vorlage:X"))) ==
        "not an article: a page of the namespace 10 (Vorlage)");
  CHECK(read_none(wiki(page("x", "", "Vorlage:X"))) ==
        "not an article: a page of the namespace Vorlage");
  CHECK(read_one(wiki(page("x", "", "Oslo: a title"))).title == "Oslo: a title");
  CHECK(read_none(wiki("")) == "not an article: a dump without pages");
}

TEST_CASE("of a page's history the newest text is taken") {
  std::string two = page("old");
  two.insert(two.find("</page>"),
             "<revision><timestamp>2005-01-01T00:00:00Z</timestamp><text>new</text></revision>"
             "<revision><timestamp>2006-01-01T00:00:00Z</timestamp><text/></revision>");
  const auto article = read_one(wiki(two));
  CHECK(article.text == "new");
  CHECK(format_date(article.date) == "2005-01-01T00:00:00Z");
}

TEST_CASE("a dump that breaks off anywhere is read up to there") {
  read_truncated(wiki(page("{{date|x}} [[a|b]] '''c'''") + page("<nowiki>d</nowiki>")));
}

}  // namespace news
