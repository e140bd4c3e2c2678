// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>

#include "common/date.hpp"
#include "indexer/add/add_report.hpp"
#include "tests/catch.hpp"

namespace {

std::int64_t packed(const char* date) {
  return news::pack_date(news::parse_date(date));
}

news::DateCounts counts(std::initializer_list<const char*> dates, int times = 1) {
  news::DateCounts out;
  for (int i = 0; i < times; ++i)
    for (const char* date : dates) out.add(packed(date), news::DateFrom::field);
  return out;
}

}  // namespace

TEST_CASE("odd dates are counted: in the future, before 1600, all the same") {
  const auto odd = counts({"2999-01-01", "1599-12-31", "1600-01-01", "2016-03-01", "soon"});
  CHECK(odd.future == 1);
  CHECK(odd.ancient == 1);
  CHECK(odd.undated() == 1);
  CHECK(odd.dated() == 4);
  CHECK_FALSE(odd.suspiciously_same());

  // Today's paper is not odd, in any time zone.
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  news::Date date =
      news::civil_from_days(static_cast<std::int32_t>(today.time_since_epoch().count()));
  date.precision = news::Precision::second;
  date.second_of_day = 86399;
  news::DateCounts now;
  now.add(news::pack_date(date), news::DateFrom::field);
  CHECK(now.future == 0);

  CHECK(counts({"2016-03-01"}, 20).suspiciously_same());
  CHECK_FALSE(counts({"2016-03-01"}, 19).suspiciously_same());
  CHECK_FALSE(counts({"2016-03-01", "2016-03-02"}, 20).suspiciously_same());
  auto with_undated = counts({"2016-03-01"}, 20);
  with_undated.add(0, news::DateFrom::none);
  CHECK(with_undated.suspiciously_same());
}

TEST_CASE("the report for the screen and for programs says what is odd") {
  news::AddReport report;
  report.counts = {21, 20, 0, 0, 1, 0};
  report.dates = counts({"1500"}, 20);
  report.reasons["not an article"] = 1;
  const auto text = news::report_text(report, 1);
  CHECK(text.find("skipped    1\n") != text.npos);
  CHECK(text.find("20 before 1600") != text.npos);
  CHECK(text.find("all 20 dated articles have the same date, 1500") != text.npos);
  const auto json = news::report_json(report);
  CHECK(json.find(R"("before_1600":20,"all_the_same":true)") != json.npos);
  CHECK(json.find(R"("read":21,"indexed":20)") != json.npos);
}
