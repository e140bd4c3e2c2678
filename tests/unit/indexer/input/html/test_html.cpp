// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/page_article.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

const std::string kProse =
    "<p>The council voted on Tuesday to close the old bridge, which engineers had found unsafe.</p>"
    "<p>Residents said that they had warned of the cracks for years, and that nobody had "
    "listened.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=de><head>" + head + "</head><body>" + body + "</body></html>";
}

auto read_page_file(const std::string& name, const std::string& html, InputOptions options = {}) {
  const TempDir dir;
  return read_all({dir.write(name, html)}, std::move(options));
}

}  // namespace

TEST_CASE("a saved page is an article, whatever its file is called") {
  const std::string html = page(
      "<title>Bridge to close | The Paper</title><meta property='og:site_name' content='The Paper'>"
      "<meta property='article:published_time' content='2019-03-05T10:00:00Z'>"
      "<link rel=canonical href='https://paper.example/bridge'>",
      "<h1>Bridge to close</h1>" + kProse);
  for (const std::string name : {"a.html", "a.htm", "a.txt", "page"}) {
    const auto got = read_page_file(name, html);
    REQUIRE(got.articles.size() == 1);
    const Article& article = got.articles[0];
    CHECK(article.title == "Bridge to close");
    CHECK(article.source == "The Paper");
    CHECK(article.url == "https://paper.example/bridge");
    CHECK(article.id.empty());        // two files may be versions of one page
    CHECK(article.language == "en");  // by the text, not by the template
    CHECK(format_date(article.date) == "2019-03-05T10:00:00Z");
    CHECK(article.date_from == DateFrom::meta);
    CHECK(article.text.starts_with("The council"));
  }
}

TEST_CASE("a page without a date has that of its text, its path, or none") {
  const auto words = read_page_file("a.html", page("", "<div>March 5, 2019</div>" + kProse));
  REQUIRE(words.articles.size() == 1);
  CHECK(words.articles[0].date_from == DateFrom::text);
  InputOptions options;
  options.path_pattern = "{source}/{date}.html";
  const TempDir dir;
  dir.write("Paper/2019-03-05.html", page("", kProse));
  const auto path = read_all({dir.str()}, options);
  REQUIRE(path.articles.size() == 1);
  CHECK(format_date(path.articles[0].date) == "2019-03-05");
  CHECK(path.articles[0].date_from == DateFrom::file);
  CHECK(path.articles[0].source == "Paper");
}

TEST_CASE("a fetched page is known by its address") {
  WebPage fetched{"<p>caf\xE9</p>", "iso-8859-1", "https://www.paper.example/a#top",
                  "2020-01-02T03:04:05Z"};
  const std::string html = page("<link rel=canonical href='https://paper.example/'>", kProse);
  fetched.bytes = html;
  InputOptions options;
  options.date_from_crawl = true;
  const auto parsed = read_page(fetched, {}, options);
  REQUIRE(std::holds_alternative<Article>(parsed));
  const auto& article = std::get<Article>(parsed);
  CHECK(article.id == "https://www.paper.example/a");
  CHECK(article.url == article.id);
  CHECK(article.source == "paper.example");
  CHECK(format_date(article.date) == "2020-01-02T03:04:05Z");
  CHECK(article.date_from == DateFrom::crawl);
}

TEST_CASE("what is no article is skipped, what is no page is rejected") {
  std::string links;
  for (int i = 0; i < 30; ++i) links += "<h2><a href=/a>Something happened somewhere</a></h2>";
  const auto reason = [](const std::string& html) {
    const auto got = read_page_file("a.html", html);
    REQUIRE(got.rejections.size() == 1);
    return got.rejections[0].reason + ": " + got.rejections[0].detail +
           (got.rejections[0].skipped ? " (skipped)" : "");
  };
  CHECK(reason(page("", links)) == "not an article: a page that leads to others (skipped)");
  CHECK(
      reason(page("<title>404 Not Found</title>", "<p>There is nothing here, sorry about that.")) ==
      "not an article: a page that says there is none (skipped)");
  std::string nested;
  for (int i = 0; i < 100000; ++i) nested += "<div>";
  CHECK(reason(page("", nested)).starts_with("broken HTML: tags nested"));
}

TEST_CASE("what looks like HTML") {
  CHECK(looks_like_html("<!DOCTYPE html>"));
  CHECK(looks_like_html("\xEF\xBB\xBF \n<!-- saved --><HTML lang=en>"));
  CHECK(looks_like_html("<?xml version='1.0'?>\n<html>"));
  CHECK_FALSE(looks_like_html("<rss version='2.0'>"));
  CHECK_FALSE(looks_like_html("<headline>"));
  CHECK_FALSE(looks_like_html("plain <html>"));
  CHECK_FALSE(looks_like_html(""));
}

}  // namespace news
