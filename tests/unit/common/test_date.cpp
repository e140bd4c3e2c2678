// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/date.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

struct Row {
  const char* given;
  const char* read;  ///< as format_date prints it; "" is undated
};

void check(const std::vector<Row>& rows, DayMonthOrder order = DayMonthOrder::automatic) {
  for (const auto& row : rows) {
    CAPTURE(row.given);
    const Date date = parse_date(row.given, order);
    CHECK(format_date(date) == row.read);
    CHECK(parse_date(format_date(date)) == date);
    if (!date.dated()) CHECK(date == Date{});
  }
}

}  // namespace

TEST_CASE("ISO 8601 dates keep the precision they were written with") {
  check({{"2016", "2016"},
         {" 2016 ", "2016"},
         {"2016-03", "2016-03"},
         {"2016/03", "2016-03"},
         {"2016-03-01", "2016-03-01"},
         {"2016-3-1", "2016-03-01"},
         {"2016/03/01", "2016-03-01"},
         {"20160301", "2016-03-01"},
         {"2016-03-01T10:04", "2016-03-01T10:04:00"},
         {"2016-03-01 10:04:05", "2016-03-01T10:04:05"},
         {"2016-03-01T10:04:05.123456", "2016-03-01T10:04:05"},
         {"2016-03-01T10:04:05,5Z", "2016-03-01T10:04:05Z"},
         {"2016-03-01T10:04:05+02:00", "2016-03-01T10:04:05+02:00"},
         {"2016-03-01T10:04:05-0530", "2016-03-01T10:04:05-05:30"},
         {"2016-03-01 10:04:05 UTC", "2016-03-01T10:04:05Z"},
         {"2016-03-01T23:59:60Z", "2016-03-01T23:59:59Z"},
         {"20160301T100405Z", "2016-03-01T10:04:05Z"},
         {"20160301100405", "2016-03-01T10:04:05"},
         {"1000-01-01", "1000-01-01"},
         {"2999-12-31", "2999-12-31"}});
}

TEST_CASE("an article's date is the civil date of its own offset, not of UTC") {
  const Date date = parse_date("2016-03-01T23:30:00-05:00");
  CHECK(date.day == 1);
  CHECK(date.offset_minutes == -300);
  CHECK(date.has_offset);
  CHECK_FALSE(parse_date("2016-03-01T23:30:00").has_offset);
}

TEST_CASE("mail dates") {
  check({{"Tue, 03 Mar 2016 10:04:00 +0100", "2016-03-03T10:04:00+01:00"},
         {"Thu, 3 Mar 2016 10:04 GMT", "2016-03-03T10:04:00Z"},
         {"Thu, 03 Mar 2016 10:04:00 EST", "2016-03-03T10:04:00-05:00"},
         {"Thu, 03 Mar 2016 10:04:00 CEST", "2016-03-03T10:04:00+02:00"},
         {"Thu, 03 Mar 2016 10:04:00 XYZ", "2016-03-03T10:04:00"},
         {"Thu, 03 Mar 2016 10:04:00 +0100 (CET)", "2016-03-03T10:04:00+01:00"},
         {"5 Apr 93 13:20:00 GMT", "1993-04-05T13:20:00Z"},
         {"5 Apr 07 13:20:00 GMT", "2007-04-05T13:20:00Z"},
         {"5 Apr 93", ""},
         {"Thu Mar  3 10:04:00 2016", "2016-03-03T10:04:00"},
         {"Thu Mar 03 10:04:00 +0000 2016", "2016-03-03T10:04:00Z"},
         {"Thu Mar 03 10:04:00 EST 2016", "2016-03-03T10:04:00-05:00"},
         {"Thu Mar 03 2016 10:04:00 GMT+0100 (CET)", "2016-03-03T10:04:00+01:00"}});
}

TEST_CASE("dates with the month's name") {
  check({{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
         {" 2-MAR-1987 09:00:00.10", "1987-03-02T09:00:00"},
         {"March 3, 2016", "2016-03-03"},
         {"3 March 2016", "2016-03-03"},
         {"3. march 2016", "2016-03-03"},
         {"March 3rd, 2016", "2016-03-03"},
         {"21st of May 2016", "2016-05-21"},
         {"Sept. 9, 2016", "2016-09-09"},
         {"Thursday, March 3, 2016", "2016-03-03"},
         {"March 2016", "2016-03"},
         {"Mar. 3, 2016 10:04 AM", "2016-03-03T10:04:00"},
         {"Mar. 3, 2016, 12:04 a.m. ET", "2016-03-03T00:04:00"},
         {"March 3, 2016 at 12:04pm EST", "2016-03-03T12:04:00-05:00"},
         {"March 3, 2016 9 p.m.", "2016-03-03T21:00:00"},
         {"March 3, 2016 13:04 PM", ""},
         {"March 3, 2016 9", ""},
         {"Marchy 3, 2016", ""},
         {"Ma 3, 2016", ""},
         {"March 3", ""},
         {"March", ""}});
}

TEST_CASE("day and month are told apart only when one reading is possible") {
  const std::vector<Row> either = {{"13/4/2021", "2021-04-13"},
                                   {"4/13/2021", "2021-04-13"},
                                   {"4/4/2021", "2021-04-04"},
                                   {"13-04-2021 10:04", "2021-04-13T10:04:00"},
                                   {"31/31/2021", ""},
                                   {"3/4-2021", ""},
                                   {"3/4/21", ""}};
  check(either);
  check(either, DayMonthOrder::month_first);
  check(either, DayMonthOrder::day_first);
  check({{"3/4/2021", ""}, {"3.4.2021", "2021-04-03"}, {"03-04-2021", ""}});
  check({{"3/4/2021", "2021-03-04"}, {"3.4.2021", "2021-03-04"}}, DayMonthOrder::month_first);
  check({{"3/4/2021", "2021-04-03"}, {"3.4.2021 9:05", "2021-04-03T09:05:00"}},
        DayMonthOrder::day_first);
}

TEST_CASE("epoch seconds and milliseconds are UTC") {
  check({{"1456826645", "2016-03-01T10:04:05Z"},
         {"1456826645.25", "2016-03-01T10:04:05Z"},
         {"1456826645123", "2016-03-01T10:04:05Z"},
         {"145682664", ""},
         {"14568266451", ""}});
}

TEST_CASE("what cannot be read, or cannot be, is undated") {
  check({{"", ""},
         {" ", ""},
         {"0000-00-00", ""},
         {"0000-12-01", ""},
         {"0999-12-31", ""},
         {"3000-01-01", ""},
         {"2016-02-30", ""},
         {"2015-02-29", ""},
         {"1900-02-29", ""},
         {"2000-02-29", "2000-02-29"},
         {"2016-13-01", ""},
         {"2016-00-01", ""},
         {"2016-03-00", ""},
         {"2016-W05-1", ""},
         {"2016-060", ""},
         {"201603", ""},
         {"2016-03-01T", ""},
         {"2016-03-01T25:00", ""},
         {"2016-03-01T10:61", ""},
         {"2016-03-01T10:04:05+24:00", ""},
         {"2016-03-01T10:04:05.", ""},
         {"2016-03-01 today", ""},
         {"2016-03-01x", ""},
         {"-2016", ""},
         {"yesterday", ""},
         {"Monday", ""},
         {"99999999999999999999999999999", ""},
         {"NaN", ""}});
  CHECK_FALSE(parse_date(std::string(1000, '1')).dated());
  CHECK_FALSE(parse_date("2016-03-01" + std::string(200, ' ')).dated());
  CHECK_FALSE(parse_date(std::string("2016\0", 5)).dated());
}

TEST_CASE("every day from 1000 to 2999 survives the calendar and the packing") {
  CHECK(days_from_civil(1970, 1, 1) == 0);
  CHECK(days_from_civil(2000, 3, 1) == 11017);
  CHECK(days_from_civil(2016, 0, 0) == days_from_civil(2016, 1, 1));
  int wrong = 0;
  std::int32_t day = days_from_civil(1000, 1, 1);
  for (int year = 1000; year <= 2999; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      for (unsigned d = 1; d <= days_in_month(year, month); ++d, ++day) {
        const Date date = civil_from_days(day);
        wrong += date.year != year || date.month != month || date.day != d;
        wrong += days_from_civil(year, month, d) != day || unpack_date(pack_date(date)) != date;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK_FALSE(civil_from_days(INT32_MIN).dated());
  CHECK_FALSE(civil_from_days(INT32_MAX).dated());
  CHECK(days_in_month(2016, 13) == 0);
}

TEST_CASE("packed dates sort as time, the undated lowest and the coarse before the fine") {
  const std::vector<const char*> ascending = {"",
                                              "2015-12-31T23:59:59",
                                              "2016",
                                              "2016-01",
                                              "2016-01-01",
                                              "2016-01-01T00:00:00",
                                              "2016-01-01T00:00:01",
                                              "2016-02"};
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    CHECK(pack_date(parse_date(ascending[i - 1])) < pack_date(parse_date(ascending[i])));
  }
  CHECK(unpack_date(0) == Date{});
  CHECK(unpack_date(-1) == Date{});
  CHECK(unpack_date(std::int64_t{2016} << 31) == Date{});
}

}  // namespace news
