// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/input/xml/xml_fixture.hpp"

namespace news {
namespace {

using namespace test;

std::string rss(const std::string& item) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:media=\"http://search.yahoo.com/mrss/\">"
         "<channel><title>The "
         "Gazette</title><link>http://g.example/</link><language>en-gb</language>"
         "<image><title>Logo</title></image>" +
         item + "</channel></rss>";
}

}  // namespace

TEST_CASE("an item of RSS 2.0 is an article with all its fields") {
  const auto article = read_one(rss(
      "<item><title>Flood &amp; fire</title><link>http://g.example/1</link>"
      "<description>Short.</description>"
      "<content:encoded><![CDATA[<p>Long <b>story</b>.</p><p>Second "
      "&eacute;.</p>]]></content:encoded>"
      "<pubDate>Tue, 03 Mar 2015 10:04:00 +0100</pubDate><dc:date>2014-01-01</dc:date>"
      "<author>jane@g.example (Jane "
      "Doe)</author><category>Weather</category><category>World</category>"
      "<media:title>Picture</media:title><media:content url=\"http://g.example/1.jpg\"/>"
      "<guid isPermaLink=\"false\">g-1</guid><comments>http://g.example/1#c</comments></item>"));
  CHECK(article.title == "Flood & fire");
  CHECK(article.text == "Long story.\n\nSecond é.");
  CHECK(article.url == "http://g.example/1");
  CHECK(article.id == "g-1");
  CHECK(article.source == "The Gazette");
  CHECK(article.language == "en");
  CHECK(article.section == "Weather");
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(format_date(article.date) == "2015-03-03T10:04:00+01:00");
  for (const char* kept :
       {"\"description\":\"Short.\"", "\"categories\":[\"Weather\",\"World\"]",
        "\"media:content\":\"http://g.example/1.jpg\"", "\"dc:date\":\"2014-01-01\"",
        "\"media:title\":\"Picture\"", "\"comments\":"}) {
    CAPTURE(kept, article.extra);
    CHECK(article.extra.find(kept) != std::string::npos);
  }
}

TEST_CASE("entries of Atom are articles, the day of publication before that of an update") {
  const auto article = read_one(
      "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><a:title type=\"html\">Der "
      "&lt;i&gt;Tag&lt;/i&gt;</a:title>"
      "<a:entry><a:updated>2005-07-31T12:29:29Z</a:updated><a:published>2003-12-13T08:29:29-04:00</"
      "a:published>"
      "<a:title type=\"text\">1 &lt; "
      "2</a:title><a:id>tag:x,2003:1</a:id><a:summary>Kurz</a:summary>"
      "<a:link rel=\"self\" href=\"http://x/self\"/><a:link rel=\"alternate\" href=\"http://x/1\"/>"
      "<a:author><a:name>Ann</a:name><a:email>a@x</a:email></a:author><a:author><a:name>Bob</"
      "a:name></a:author>"
      "<a:category term=\"t\" label=\"Thema\"/>"
      "<a:content type=\"xhtml\"><div "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Eins<br/>zwei</p><p>Drei</p></div></a:content>"
      "</a:entry></a:feed>");
  CHECK(article.title == "1 < 2");
  CHECK(article.text == "Eins\nzwei\n\nDrei");
  CHECK(article.url == "http://x/1");
  CHECK(article.id == "tag:x,2003:1");
  CHECK(article.source == "Der Tag");
  CHECK(article.language == "de");
  CHECK(article.section == "Thema");
  CHECK(article.authors == Strings{"Ann", "Bob"});
  CHECK(format_date(article.date) == "2003-12-13T08:29:29-04:00");
}

TEST_CASE("items of RSS 1.0 stand beside their channel") {
  const auto article = read_one(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel "
      "rdf:about=\"http://x/\"><title>X</title>"
      "<items><rdf:Seq><rdf:li resource=\"http://x/1\"/></rdf:Seq></items></channel>"
      "<item "
      "rdf:about=\"http://x/1\"><title>One</title><dc:creator>Ann</dc:creator><dc:date>2004-02-29</"
      "dc:date></item></rdf:RDF>");
  CHECK(article.source == "X");
  CHECK(article.title == "One");
  CHECK(article.url == "http://x/1");
  CHECK(article.id == "http://x/1");
  CHECK(article.authors == Strings{"Ann"});
  CHECK(format_date(article.date) == "2004-02-29");
}

TEST_CASE("feeds as they are found in the wild are read") {
  CHECK(read_one(rss("<item><title>AT&T & <b>co</title><desc/></item>")).title == "AT&T & co");
  CHECK(
      read_one("<rss><channel><item><content:encoded>Text</content:encoded></item></channel></rss")
          .text == "Text");
  CHECK(read_one("\n<!-- c --><rss><channel><item><title>A</title></i></item></channel>").title ==
        "A");
  CHECK(read_one("<?xml version=\"1.0\" "
                 "encoding=\"koi8-r\"?><rss><item><title>\xEE\xCF\xD7\xCF\xD3\xD4\xC9</title></"
                 "item></rss>")
            .title == "Новости");
  CHECK(read_one(
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><item><title>é</title></item></rss>")
            .title == "é");
  CHECK(read_one("<rss><item><title/><description>&lt;a "
                 "href=\"x\"&gt;Label&lt;/a&gt;</description></item></rss>")
            .text == "Label");
  CHECK(read_one("<rss><item><title><div>a<script>b</script></div></title></item></rss>").title ==
        "a");
  CHECK(read_one("<rss><item><guid>http://x/1</guid><title>a</title></item></rss>").url ==
        "http://x/1");
}

TEST_CASE("a feed in UTF-16 is read item by item") {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<rss><channel><item><title>One</title></item><item><title>Two</"
                                  "title></item></channel></rss>")) {
    utf16 += c;
    utf16 += '\0';
  }
  CHECK(read_file(utf16).titles() == Strings{"One", "Two"});
}

TEST_CASE("feeds without articles are accounted for") {
  CHECK(read_none("<rss version=\"2.0\"><channel><title>x</title></channel></rss>") ==
        "not an article: a feed without items");
  CHECK(read_none("<feed/>") == "not an article: a feed without items");
  CHECK(read_none(rss("<item><link>http://x/</link></item>")) == "no title or text: ");
  CHECK(read_none(rss("<item><title>cut off")) == "broken XML: the file ends inside a record");
  std::string deep = "<item><title>t</title>";
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  CHECK(read_none(rss(deep + "</item>")) == "broken XML: nested too deeply");
}

TEST_CASE("elements of a feed can be mapped to fields") {
  InputOptions options;
  options.field_map = {{"text", "description"}, {"section", "x:desk"}};
  const auto got = read_file(
      rss("<item><title>t</title><content:encoded>Long</content:encoded><category>c</category>"
          "<description>Short</description><x:desk>Foreign</x:desk></item>"),
      options);
  REQUIRE(got.articles.size() == 1);
  CHECK(got.articles[0].text == "Short");
  CHECK(got.articles[0].section == "Foreign");
  CHECK(got.articles[0].extra.find("\"content:encoded\":\"Long\"") != std::string::npos);
}

TEST_CASE("an item with very many categories takes linear time") {
  std::string item = "<item><title>t</title>";
  for (int i = 0; i < 200'000; ++i) item += "<category>c" + std::to_string(i) + "</category>";
  CHECK(read_one(rss(item + "</item>")).section == "c0");
}

TEST_CASE("content that is no text is not taken for text") {
  const auto article = read_one(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>t</title>"
      "<content type=\"image/png\">iVBORw0KGgo=</content><summary>Words</summary></entry></feed>");
  CHECK(article.text == "Words");
}

TEST_CASE("a feed that breaks off anywhere is read up to there") {
  read_truncated(
      rss("<item><title>One &amp; "
          "two</title><description><![CDATA[<p>x</p>]]></description></item><!-- c -->"
          "<item><title>Two</title></item>"));
}

}  // namespace news
