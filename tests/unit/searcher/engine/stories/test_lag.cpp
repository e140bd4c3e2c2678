// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/lag.hpp"
#include "searcher/engine/stories/text_changes.hpp"
#include "searcher/print/copies.hpp"
#include "tests/catch.hpp"

using namespace news;

namespace {

std::string lag(const char* from, const char* to) {
  const auto out = lag_between(parse_date(from), parse_date(to));
  return out ? (out->seconds < 0 ? "-" : "+") + lag_text(*out) : "none";
}

Article article(const std::string& source, const char* date) {
  Article out;
  out.source = source;
  out.date = parse_date(date);
  return out;
}

}  // namespace

TEST_CASE("A lag is as exact as both dates are") {
  CHECK(lag("2016-03-01T10:00:00", "2016-03-01T12:10:00") == "+2 h 10 min");
  CHECK(lag("2016-03-01T10:00:00", "2016-03-01T09:59:30") == "-30 s");
  CHECK(lag("2016-03-01T10:00:00Z", "2016-03-01T12:10:00+02:00") == "+10 min");
  CHECK(lag("2016-03-01T23:30:00-05:00", "2016-03-02T04:30:00Z") == "+0 s");
  CHECK(lag("2016-03-01T10:00:00", "2016-03-01T12:10:00+02:00") == "+2 h 10 min");
  CHECK(lag("2016-02-28", "2016-03-01") == "+2 d");
  CHECK(lag("2016-03-01", "2016-03-02T12:00:00") == "+1 d");
  CHECK(lag("2016-03-01T08:00:00", "2016-03-12T20:00:00") == "+11 d");
  CHECK(lag("2016-03-01", "2016-03-01") == "none");
  CHECK(lag("2016-03-01", "2016-03-01T12:00:00") == "none");
  CHECK(lag("2016-03", "2016-04-01") == "none");
  CHECK(lag("", "2016-04-01") == "none");
}

TEST_CASE("Copies are named by source, as many as there is room for") {
  const Article hit = article("AP", "2016-03-01T10:00:00");
  HitStory story;
  CHECK(copies_text(hit, story, 80).empty());
  story.copies = 1;
  story.described = {article("", "")};
  CHECK(copies_text(hit, story, 80) == "+ 1 copy: unknown");
  story.copies = 4;
  story.described = {article("X", "2016-03-01T08:00:00"), article("X", "2016-03-01T09:00:00"),
                     article("Y", "2016-03-01T10:00:00"), article("Zebra", "2016-03-03")};
  CHECK(copies_text(hit, story, 80) ==
        "+ 4 copies: X 2 h earlier, Y same time, Zebra 2 d later, …");
  CHECK(copies_text(hit, story, 50) == "+ 4 copies: X 2 h earlier, Y same time, …");
  CHECK(copies_text(hit, story, 16) == "+ 4 copies: X 2…");
}

TEST_CASE("What a copy has other than the first article") {
  Article first, copy;
  first.title = copy.title = "One";
  first.text = copy.text = "a b c d e f g h i j";
  const auto told = [&] { return changes_text(find_changes(first, copy)); };
  CHECK(told() == "the same");
  copy.text = "a b c d e f g h i k";
  CHECK(told() == "1 word added, 1 removed");
  copy.text = "a b c d e f g h i";
  CHECK(told() == "1 word removed");
  copy.text = "a b c d";
  CHECK(told() == "6 words removed; text cut to 40 %");
  copy.text = "a b c d e, f g h i j";
  CHECK(told() == "signs and blanks changed");
  copy.text = first.text + " k l";
  copy.title = "Two";
  copy.authors = {"A"};
  CHECK(told() == "headline changed; author changed; 2 words added");
  first.text.clear();
  CHECK(told() == "headline changed; author changed; 12 words added");
}
