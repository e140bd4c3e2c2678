// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "common/error.hpp"
#include "searcher/commands/saved/saved_search.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("a saved search tells new, changed and known articles apart", "[searcher][saved]") {
  SavedSearch search;
  using News = SavedSearch::News;
  CHECK(search.compare({5, 1}) == News::fresh);
  search.seen = {{5, 7}, {9, 2}};
  CHECK(search.compare({5, 7}) == News::none);
  CHECK(search.compare({9, 2}) == News::none);
  CHECK(search.compare({5, 1}) == News::changed);
  CHECK(search.compare({5, 8}) == News::changed);
  CHECK(search.compare({9, 3}) == News::changed);
  CHECK(search.compare({4, 7}) == News::fresh);
  CHECK(search.compare({7, 7}) == News::fresh);
  CHECK(search.compare({10, 2}) == News::fresh);
}

TEST_CASE("the file of a saved search reads back, and damage shows", "[searcher][saved]") {
  const SavedSearch search{"a \"b\nc\"", "nexis", 17, {{1, 2}, {0xfedcba9876543210, 3}}};
  const std::string text = saved_search_text(search);
  const auto read = parse_saved_search(text, "f");
  CHECK(read.query == "a \"b c\"");
  CHECK(read.syntax == "nexis");
  CHECK(read.revision == 17);
  CHECK(read.seen == search.seen);
  for (std::size_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    std::string bad = text;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    CHECK_THROWS_AS(parse_saved_search(bad, "f"), Error);
    CHECK_THROWS_AS(parse_saved_search(text.substr(0, i), "f"), Error);
  }
}

TEST_CASE("a saved search in a syntax that is not known is refused", "[searcher][saved]") {
  for (const auto* syntax : {"native", "factiva", "nexis", "any"})
    CHECK(parse_saved_search(saved_search_text({"a", syntax, 1, {}}), "f").syntax == syntax);
  for (const auto* syntax : {"lucene", "", "Native"}) {
    CAPTURE(syntax);
    CHECK_THROWS_AS(parse_saved_search(saved_search_text({"a", syntax, 1, {}}), "f"), Error);
  }
}

TEST_CASE("names of saved searches are names of files and nothing more", "[searcher][saved]") {
  for (const auto* name : {"a", "Floods-2", "0", "x.y_z"}) SavedSearches::check_name(name);
  for (const auto* name : {"", ".", "..", "-a", "a/b", "a b", "é", "x.new", "_x"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(SavedSearches::check_name(name), Error);
  }
}

}  // namespace news
