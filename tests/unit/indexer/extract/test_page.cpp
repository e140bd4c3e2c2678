// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "indexer/extract/author_names.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/extract/page_charset.hpp"
#include "indexer/extract/written_date.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Strings = std::vector<std::string>;

const std::string kFirst =
    "The council voted on Tuesday to close the old bridge, which engineers had found unsafe.";
const std::string kSecond =
    "Residents said that they had warned of the cracks for years, and that nobody had listened.";
const std::string kThird =
    "“We will build a new one by the summer of next year,” the mayor told reporters after the "
    "vote.";

std::string paragraphs() {
  return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
}

/// A page with all that stands around an article, and `body` in the middle.
std::string page_around(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>Bridge to close - The Paper</title>" +
         head +
         "</head><body><nav><a href=/>Home</a><a href=/w>World</a></nav>"
         "<div class=\"site-header\"><a href=/l>Log in to read more of our stories</a></div>"
         "<main><h1>Bridge to close</h1>" +
         body +
         "</main><aside><h3>Most read</h3><ul><li><a href=/1>A man bites a dog</a>"
         "<li><a href=/2>A dog bites back</a></ul></aside>"
         "<footer><p>All rights reserved. The Paper is published by Paper Ltd. in Somewhere.</p>"
         "</footer></body></html>";
}

Page read(const std::string& head, const std::string& body) {
  return extract_page(page_around(head, body));
}

const std::string kText = kFirst + "\n\n" + kSecond + "\n\n" + kThird;

}  // namespace

TEST_CASE("the article alone, in paragraphs") {
  const Page page = read("", "<div>" + paragraphs() + "</div>");
  CHECK(page.kind == PageKind::article);
  CHECK(page.title == "Bridge to close");
  CHECK(page.text == kText);
  CHECK(page.language == "en");
}

TEST_CASE("what is no part of the story is left out of it") {
  const char* chrome[] = {
      "<figure><img src=x><figcaption>The bridge, seen from the north. Jane "
      "Doe</figcaption></figure>",
      "<div class='wp-caption-text'>The bridge on Monday morning.</div>",
      "<p>The bridge on Monday, with a car on it. (Photo: Jane Doe)</p>",
      "<div class=\"share-buttons\"><a href=#>Share this story on Facebook</a></div>",
      "<div class='newsletterSignup'><p>Get the best of our stories in your inbox each "
      "morning.</p></div>",
      "<p><a href=/r>Read more: Five bridges that should be closed as well</a></p>",
      "<ul><li><a href=/x>Another story that you may like</a></li><li><a href=/y>And one "
      "more</a></li></ul>",
      "<div style='display:none'><p>This text is there for machines only, and no reader sees "
      "it.</p></div>",
      "<form><label>Your email</label><input><button>Sign up now</button></form>",
      "<div><h3><a href=/z>Why our bridges are falling down</a></h3><p>An explainer on the state "
      "of them.</p></div>",
      "<script>var text = 'no reader sees this, although it is long enough to be prose.';</script>",
      "<!-- a comment that is long enough to be taken for a paragraph of prose, with a stop. -->",
  };
  for (const std::string html : chrome) {
    CAPTURE(html);
    const Page page = read("", "<div><p>" + kFirst + "</p><p>" + kSecond + "</p>" + html + "<p>" +
                                   kThird + "</p></div>");
    CHECK(page.text == kText);
  }
}

TEST_CASE("comments are not the story, however many there are") {
  std::string comments;
  for (int i = 0; i < 40; ++i)
    comments += "<li class=comment><p>I have said so for years, and number " + std::to_string(i) +
                " of you will agree with me, as everybody who ever drove over it must.</p></li>";
  CHECK(read("", "<div>" + paragraphs() + "</div><ol id='comments'>" + comments + "</ol>").text ==
        kText);
}

TEST_CASE("subheadings, lists and quotations are the story") {
  const Page page = read("", "<article><p>" + kFirst + "</p><h2>What comes next</h2><ul><li>" +
                                 "A detour of ten miles</li><li>A ferry</li></ul><blockquote>" +
                                 kThird + "</blockquote></article>");
  CHECK(page.text == kFirst + "\n\nWhat comes next\n\nA detour of ten miles\nA ferry\n\n" + kThird);
}

TEST_CASE("a story in several parts of the page is one") {
  const Page page =
      read("", "<div class='article-text'><p>" + kFirst +
                   "</p></div><div class='ad'>Advertisement</div>"
                   "<div class='article-text'><p>" +
                   kSecond + "</p></div><div class='article-text'><p>" + kThird + "</p></div>");
  CHECK(page.text == kText);
}

TEST_CASE("facts from structured data, meta elements, and the page itself") {
  const std::string body = "<div>" + paragraphs() + "</div>";
  SECTION("JSON-LD") {
    const Page page = read(
        R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
           {"@type":"NewsArticle","headline":"Bridge to close","datePublished":"2019-03-05T10:00:00Z",
            "author":[{"@type":"Person","name":"Jane Doe"},{"@id":"#roe"}],"articleSection":"Local",
            "publisher":{"@type":"Organization","name":"The Paper"}},
           {"@type":"Person","@id":"#roe","name":"John Roe"}]}</script>)",
        body);
    CHECK(page.date == "2019-03-05T10:00:00Z");
    CHECK(page.authors == Strings{"Jane Doe", "John Roe"});
    CHECK(page.section == "Local");
    CHECK(page.site == "The Paper");
    CHECK(page.date_in_meta);
  }
  SECTION("meta elements") {
    const Page page = read(
        "<meta property='og:site_name' content='The Paper'><meta name=author content='Jane Doe'>"
        "<meta property='article:published_time' content='2019-03-05'><link rel=canonical "
        "href='https://paper.example/bridge'><meta property='article:section' content='Local'>",
        body);
    CHECK(page.date == "2019-03-05");
    CHECK(page.authors == Strings{"Jane Doe"});
    CHECK(page.url == "https://paper.example/bridge");
    CHECK(page.section == "Local");
  }
  SECTION("microdata and time") {
    const Page page = read("",
                           "<span itemprop=author><span itemprop=name>Jane Doe</span></span>"
                           "<time datetime='2019-03-05T10:00'>Tuesday</time>" +
                               body);
    CHECK(page.date == "2019-03-05T10:00");
    CHECK(page.authors == Strings{"Jane Doe"});
    CHECK_FALSE(page.date_in_meta);
  }
  SECTION("words") {
    const Page page = read("",
                           "<div>By Jane Doe and John Roe</div><div>Published on March 5, 2019 "
                           "at noon</div>" +
                               body);
    CHECK(page.date == "2019-03-05");
    CHECK(page.authors == Strings{"Jane Doe", "John Roe"});
  }
  SECTION("broken JSON says nothing") {
    CHECK(read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>", body)
              .text == kText);
  }
}

TEST_CASE("the headline without site and kicker") {
  const auto title = [](const std::string& head, const std::string& body) {
    return extract_page("<html><head>" + head + "</head><body>" + body + paragraphs()).title;
  };
  CHECK(title("<title>Bridge to close at last | The Paper</title>", "") ==
        "Bridge to close at last");
  CHECK(title("<meta property='og:title' content='Bridge to close at last'>",
              "<h1><span>Traffic</span> Bridge to close at last</h1>") ==
        "Bridge to close at last");
  CHECK(title("", "<h1>Bridge to close at last</h1>") == "Bridge to close at last");
  CHECK(title("<title>The Paper</title>", "<h1>Bridge to close</h1>") == "Bridge to close");
}

TEST_CASE("pages that are no articles") {
  std::string links;
  for (int i = 0; i < 40; ++i)
    links += "<h2><a href=/" + std::to_string(i) + ">Something happened somewhere again</a></h2>";
  CHECK(extract_page("<html><body>" + links).kind == PageKind::listing);
  CHECK(
      extract_page("<title>404 Not Found</title><body><h1>Not Found</h1><p>The page that you asked "
                   "for is not here, or not here any longer.")
          .kind == PageKind::error);
  CHECK(extract_page("").kind == PageKind::empty);
  CHECK(extract_page("<p>Hello").kind == PageKind::empty);
  CHECK(extract_page("<title>404 days in office</title><h1>404 days in office</h1>" + paragraphs() +
                     paragraphs() + "<p>" + std::string(2000, 'x'))
            .kind != PageKind::listing);
}

TEST_CASE("a text that scripts would have written is taken from structured data") {
  const Page page = extract_page(
      "<body><div id=app></div><script "
      "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":"
      "\"T\",\"articleBody\":\"" +
      kFirst + " " + kSecond + " " + kFirst + " " + kSecond + "\"}</script>");
  CHECK(page.kind == PageKind::article);
  CHECK(page.text.starts_with(kFirst));
}

TEST_CASE("what names of classes say") {
  CHECK(has_hint(hint_of_names("post-body"), Hint::body));
  CHECK(has_hint(hint_of_names("articleBody x1"), Hint::body));
  CHECK(has_hint(hint_of_names("sharebar"), Hint::chrome));
  CHECK(has_hint(hint_of_names("c-share--big"), Hint::chrome));
  CHECK(has_hint(hint_of_names("mostRead"), Hint::chrome));
  CHECK(has_hint(hint_of_names("comment-list"), Hint::comments));
  CHECK(hint_of_names("category-comment has-sidebar shared") == Hint::none);
  CHECK(hint_of_names("") == Hint::none);
  CHECK(has_hint(hint_of_names("entry-date published"), Hint::dated));
  CHECK_FALSE(has_hint(hint_of_names("candidate"), Hint::dated));
  CHECK(has_hint(hint_of_names("c-author"), Hint::byline));
  CHECK(has_hint(hint_of_names("authorBio"), Hint::chrome));
}

TEST_CASE("dates in words and figures") {
  CHECK(find_written_date("Veröffentlicht am 3. März 2016, 10 Uhr") == "2016-03-03");
  CHECK(find_written_date("Mar 3, 2016 | 4 comments") == "2016-03-03");
  CHECK(find_written_date("Publié le 1er août 2014 à 12h") == "2014-08-01");
  CHECK(find_written_date("3 de marzo de 2016") == "2016-03-03");
  CHECK(find_written_date("5 марта 2016") == "2016-03-05");
  CHECK(find_written_date("2016年3月3日") == "2016-03-03");
  CHECK(find_written_date("Stand: 03.11.2021 08:00") == "2021-11-03");
  CHECK(find_written_date("25/12/2019 - 10:00") == "2019-12-25");
  CHECK(find_written_date("12/25/2019") == "2019-12-25");
  CHECK(find_written_date("03/04/2019").empty());
  CHECK(find_written_date("31. Februar 2016").empty());
  CHECK(find_written_date("3 of 10 in 2016").empty());
  CHECK(find_written_date("").empty());
}

TEST_CASE("names in bylines of pages") {
  CHECK(author_names("By Jane Doe") == Strings{"Jane Doe"});
  CHECK(author_names("Von Jane Doe und John Roe | 3. März") == Strings{"Jane Doe", "John Roe"});
  CHECK(author_names("Jane Doe, John Roe") == Strings{"Jane Doe", "John Roe"});
  CHECK(author_names("Jane Doe, reporter") == Strings{"Jane Doe"});
  CHECK(author_names("Posted by Jane Doe on March 3") == Strings{"Jane Doe"});
  CHECK(author_names("https://paper.example/jane").empty());
  CHECK(author_names("Veröffentlicht am").empty());
  CHECK(author_names("").empty());
}

TEST_CASE("a page's bytes as UTF-8") {
  CHECK(charset_in_page("<html><meta charset=\"iso-8859-2\">") == "iso-8859-2");
  CHECK(charset_in_page("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>") ==
        "Shift_JIS");
  CHECK(charset_in_page("<?xml version='1.0' encoding='koi8-r'?><html>") == "koi8-r");
  CHECK(charset_in_page("<p>charset=x").empty());
  CHECK(decode_page("<meta charset=iso-8859-1>caf\xE9") == "<meta charset=iso-8859-1>café");
  CHECK(decode_page("<meta charset=iso-8859-1>café") == "<meta charset=iso-8859-1>café");
  CHECK(decode_page("caf\xE9", "windows-1252") == "café");
  CHECK(decode_page("<meta charset=nonsense>caf\xE9") == "<meta charset=nonsense>café");
}

}  // namespace news
