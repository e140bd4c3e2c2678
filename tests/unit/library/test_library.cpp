// SPDX-License-Identifier: GPL-2.0-or-later
// The C functions: what they answer, and that no argument can hurt the host.
#include <cstring>
#include <random>
#include <thread>

#include "indexer/add/archive_writer.hpp"
#include "newsarchive.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news {
namespace {

using namespace test;

constexpr const char* kArticles =
    R"({"id":"a","title":"Flood in the valley","text":"The flood came at night.","source":"Gazette","date":"2020-01-02","author":["Ann","Bo"]})"
    "\n"
    R"({"id":"b","title":"After the flood","text":"Mud everywhere.","source":"Courier","date":"2021"})"
    "\n"
    R"({"id":"c","title":"Football","text":"Two goals.","url":"http://example.org/c","section":"sport"})"
    "\n";

void add(const TempDir& directory, const std::string& lines) {
  const std::atomic<bool> go_on{false};
  const auto input = open_input({directory.write("in.jsonl", lines)}, {});
  AddOptions options;
  options.archive = directory.path("archive");
  options.memory_mib = 128;
  ArchiveWriter(options, {}, go_on).add(*input);
}

std::string string(const char* text) {
  return text ? text : "(null)";
}

}  // namespace

TEST_CASE("the library answers what the searcher does") {
  const TempDir directory;
  add(directory, kArticles);
  newsarchive::Archive archive(directory.path("archive"));
  newsarchive::Options options;
  options.facets = "source,year";
  const auto result = archive.search("flood", options);
  CHECK(result.total == 2);
  CHECK(result.query == "flood");
  REQUIRE(result.hits.size() == 2);
  CHECK(result.hits[0].id == "a");
  CHECK(result.hits[0].author == "Ann; Bo");
  CHECK(result.hits[0].date == "2020-01-02");
  CHECK(result.hits[0].score > result.hits[1].score);
  CHECK(result.hits[0].archive == directory.path("archive"));
  REQUIRE(result.hits[0].matches.size() == 1);
  const auto [begin, end] = result.hits[0].matches[0];
  CHECK(result.hits[0].snippet.substr(begin, end - begin) == "flood");
  REQUIRE(result.facets.size() == 2);
  CHECK(result.facets[0].name == "source");
  CHECK(result.facets[0].values ==
        std::vector<std::pair<std::string, std::uint64_t>>{{"Courier", 1}, {"Gazette", 1}});
  CHECK(archive.count("football OR flood") == 3);
  CHECK(archive.read("c").value().url == "http://example.org/c");
  CHECK(archive.read("c").value().text == "Two goals.");
  CHECK_FALSE(archive.read("d").has_value());
  CHECK(archive.ask(R"({"op":"count","query":"flood","id":[1]})") ==
        R"({"id":[1],"status":0,"answer":2})");
  options.plain_words = true;
  options.sort = newsarchive::Sort::oldest;
  options.offset = 1;
  options.snippets = false;
  const auto rest = archive.search("goals mud night", options);
  CHECK(rest.total == 3);
  REQUIRE(rest.hits.size() == 2);
  CHECK(rest.hits[0].id == "b");
  CHECK(rest.hits[0].snippet.empty());
}

TEST_CASE("an open archive stays as it was until it is refreshed") {
  const TempDir directory;
  add(directory, kArticles);
  newsarchive::Archive archive(directory.path("archive"));
  CHECK_FALSE(archive.refresh());
  add(directory, R"({"id":"d","title":"Another flood","text":"Once more."})"
                 "\n");
  CHECK(archive.count("flood") == 2);
  CHECK(archive.ask(R"({"op":"refresh","id":"r"})") ==
        R"({"id":"r","status":0,"answer":{"revision":2}})");
  CHECK(archive.count("flood") == 3);
  CHECK_FALSE(archive.refresh());
}

TEST_CASE("the library tells what is wrong") {
  const TempDir directory;
  add(directory, kArticles);
  const std::string path = directory.path("archive");
  CHECK(news_open(nullptr) == nullptr);
  CHECK(news_error() == NEWS_USAGE);
  CHECK(news_open((path + "x").c_str()) == nullptr);
  CHECK(news_error() == NEWS_DAMAGED);
  CHECK(string(news_error_message()).find("archivex") != std::string::npos);
  const char* twice[] = {path.c_str(), path.c_str()};
  CHECK(news_open_all(twice, 2) == nullptr);
  CHECK(string(news_error_message()).find("twice") != std::string::npos);
  CHECK(news_open_all(twice, 0) == nullptr);
  news_archive* const archive = news_open(path.c_str());
  REQUIRE(archive);
  CHECK(news_count(archive, "x AND (y") == -1);
  CHECK(news_error_column() == 7);
  CHECK(news_error_length() == 1);
  CHECK(string(news_error_hint()) == "Add ')' where the group ends.");
  CHECK(news_read(archive, "nothing") == nullptr);
  CHECK(news_error() == NEWS_NONE);
  news_request request;
  news_request_init(&request, "flood");
  request.facets = "source,,colour";
  CHECK(news_search(archive, &request) == nullptr);
  request.facets = nullptr;
  request.sort = 3;
  CHECK(news_search(archive, &request) == nullptr);
  CHECK(string(news_error_message()) == "there is no order 3");
  request.sort = 0;
  request.size = 8;
  CHECK(news_search(archive, &request) == nullptr);
  request.size = sizeof request + 64;  // of a later version
  news_result* const result = news_search(archive, &request);
  REQUIRE(result);
  CHECK(news_hit_field(result, 2, NEWS_ID) == nullptr);
  CHECK(news_hit_field(result, 0, -1) == nullptr);
  CHECK(news_hit_field(result, 0, 11) == nullptr);
  CHECK(string(news_hit_field(result, 0, NEWS_TEXT)).empty());
  CHECK(news_facet_count(result) == 0);
  // A result is no archive, and what is closed is gone.
  CHECK(news_count(reinterpret_cast<news_archive*>(result), "x") == -1);
  news_result_free(result);
  CHECK(news_result_total(result) == 0);
  CHECK(string(news_error_message()).find("closed") != std::string::npos);
  news_result_free(result);
  news_result_free(nullptr);
  std::thread([] { CHECK(news_error() == NEWS_OK); }).join();  // errors are each thread's own
  news_close(archive);
  CHECK(news_count(archive, "x") == -1);
}

TEST_CASE("no argument hurts the host") {
  const TempDir directory;
  add(directory, kArticles);
  const std::string path = directory.path("archive");
  std::mt19937 random(20261126);
  const auto pick = [&](std::size_t below) { return random() % below; };
  std::vector<void*> handles = {nullptr, reinterpret_cast<void*>(~std::uintptr_t{0}), &random};
  const auto keep = [&](void* handle) { handles.push_back(handle); };
  const auto handle = [&]() { return handles[pick(handles.size())]; };
  const char* const texts[] = {nullptr,
                               "",
                               "flood",
                               "a",
                               "\xff\xfe",
                               "(",
                               "source:",
                               "*",
                               R"({"op":"count","query":"*"})",
                               R"({"op":"refresh"})",
                               "{",
                               "source,year",
                               "date:2020..",
                               path.c_str()};
  const auto text = [&] { return texts[pick(std::size(texts))]; };
  std::size_t answered = 0;
  for (int n = 0; n < 20000; ++n) {
    auto* const archive = static_cast<news_archive*>(handle());
    auto* const result = static_cast<news_result*>(handle());
    auto* const article = static_cast<news_article*>(handle());
    auto* const some_text = static_cast<news_text*>(handle());
    const std::size_t i = pick(4) == 0 ? ~std::size_t{0} : pick(4), j = pick(3);
    const int field = static_cast<int>(pick(16)) - 2;
    std::size_t begin = 0, end = 0;
    switch (pick(16)) {
      case 0:
        if (handles.size() < 60) keep(news_open(pick(2) ? path.c_str() : text()));
        break;
      case 1: {
        news_request request;
        news_request_init(&request, text());
        request.sort = static_cast<int>(pick(5)) - 1;
        request.limit = pick(2) ? 3 : ~std::uint64_t{0};
        request.offset = pick(2) ? 0 : ~std::uint64_t{0};
        request.facets = text();
        request.plain_words = static_cast<int>(pick(2));
        if (pick(9) == 0) request.size = pick(200);
        keep(news_search(archive, pick(9) == 0 ? nullptr : &request));
        break;
      }
      case 2:
        keep(news_read(archive, text()));
        break;
      case 3:
        keep(news_ask(archive, text()));
        break;
      case 4:
        news_close(archive);
        break;
      case 5:
        news_result_free(result);
        break;
      case 6:
        news_article_free(article);
        news_text_free(some_text);
        break;
      case 7:
        answered += news_refresh(archive) == 0;
        break;
      case 8:
        answered += news_count(archive, text()) >= 0;
        break;
      case 9:
        if (const char* got = news_hit_field(result, i, field)) answered += std::strlen(got) > 0;
        break;
      case 10:
        answered += news_hit_match(result, i, j, pick(9) ? &begin : nullptr, &end) == 1;
        answered += news_hit_score(result, i) > 0;
        break;
      case 11:
        if (const char* got = news_facet_value(result, i, j)) answered += std::strlen(got) > 0;
        answered += news_facet_articles(result, i, j) > 0;
        break;
      case 12:
        if (const char* got = news_facet_name(result, i)) answered += std::strlen(got) > 0;
        answered += news_facet_size(result, i) > 0;
        break;
      case 13:
        if (const char* got = news_article_field(article, field)) answered += std::strlen(got) > 0;
        break;
      case 14:
        if (const char* got = news_text_get(some_text)) answered += std::strlen(got) > 0;
        if (const char* got = news_result_query(result)) answered += std::strlen(got) > 0;
        break;
      default:
        if (handles.size() > 80) handles.resize(20);
        answered += news_result_size(result) + news_facet_count(result) > 0;
    }
    REQUIRE(news_error() >= NEWS_OK);
    REQUIRE(news_error() <= NEWS_DAMAGED);
  }
  CHECK(answered > 100);
}

}  // namespace news
