// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/timeline/date_histogram.hpp"
#include "searcher/engine/timeline/filters.hpp"
#include "searcher/engine/timeline/smoothed_series.hpp"
#include "searcher/print/timeline/braille.hpp"
#include "searcher/print/timeline/ticks.hpp"
#include "searcher/print/timeline/xml_text.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

constexpr PeriodUnit kUnits[] = {PeriodUnit::day, PeriodUnit::week, PeriodUnit::month,
                                 PeriodUnit::year};

std::string name_of(const char* date, PeriodUnit unit) {
  const auto period = period_of(parse_date(date), unit);
  return period ? period_name(*period, unit) : "none";
}

Timeline make(PeriodUnit unit, const char* first, std::vector<std::uint64_t> hits,
              std::vector<std::uint64_t> all) {
  Timeline out;
  out.unit = unit;
  out.first = *period_of(parse_date(first), unit);
  out.all.counts = out.all_stories.counts = all;
  out.series.push_back({{}, {}, {0, 0, 0, hits}, {0, 0, 0, all}, {0, 0, 0, hits}, {0, 0, 0, all}});
  return out;
}

std::string shown(const std::vector<double>& values) {
  std::string out;
  for (const double v : values)
    out += (out.empty() ? "" : " ") + (std::isnan(v) ? std::string("-") : fmt::format("{:.4g}", v));
  return out;
}

std::string shown(const std::vector<Tick>& ticks) {
  std::string out;
  for (const auto& tick : ticks)
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", tick.period, tick.label);
  return out;
}

}  // namespace

TEST_CASE("weeks of ISO 8601 at the ends of years", "[timeline]") {
  const std::map<const char*, const char*> weeks = {
      {"2005-01-01", "2004-W53"}, {"2005-01-02", "2004-W53"}, {"2005-01-03", "2005-W01"},
      {"2005-12-31", "2005-W52"}, {"2006-01-01", "2005-W52"}, {"2006-01-02", "2006-W01"},
      {"2007-12-31", "2008-W01"}, {"2008-12-28", "2008-W52"}, {"2008-12-29", "2009-W01"},
      {"2009-12-31", "2009-W53"}, {"2010-01-03", "2009-W53"}, {"2016-02-01", "2016-W05"},
      {"2016-02-07", "2016-W05"}, {"1969-12-28", "1969-W52"}, {"1969-12-29", "1970-W01"},
      {"1000-01-01", "1000-W01"}, {"2999-12-31", "3000-W01"}};
  for (const auto& [date, week] : weeks) {
    CAPTURE(date);
    CHECK(name_of(date, PeriodUnit::week) == week);
  }
  CHECK(format_day(first_day(*period_of(parse_date("1000-01-01"), PeriodUnit::week),
                             PeriodUnit::week)) == "0999-12-30");
}

TEST_CASE("periods of dates, and of dates too coarse for them", "[timeline]") {
  CHECK(name_of("2016-02-29T23:59:59Z", PeriodUnit::day) == "2016-02-29");
  CHECK(name_of("2016-02-29", PeriodUnit::month) == "2016-02");
  CHECK(name_of("2016-02", PeriodUnit::month) == "2016-02");
  CHECK(name_of("2016-02", PeriodUnit::year) == "2016");
  CHECK(name_of("2016", PeriodUnit::year) == "2016");
  for (const auto unit : {PeriodUnit::day, PeriodUnit::week})
    CHECK(name_of("2016-02", unit) == "none");
  for (const auto unit : {PeriodUnit::day, PeriodUnit::week, PeriodUnit::month})
    CHECK(name_of("2016", unit) == "none");
  for (const auto unit : kUnits) CHECK(name_of("", unit) == "none");
  Date odd = parse_date("2016-02-28");
  odd.day = 31;
  CHECK_FALSE(period_of(odd, PeriodUnit::day));
  odd.month = 13;
  CHECK_FALSE(period_of(odd, PeriodUnit::month));
}

TEST_CASE("every day lies in exactly one period, and periods follow one another", "[timeline]") {
  const std::int32_t begin = days_from_civil(1000, 1, 1), end = days_from_civil(3000, 1, 1);
  for (const auto unit : kUnits) {
    std::optional<Period> before;
    for (std::int32_t day = begin; day < end; ++day) {
      const Date date = civil_from_days(day);
      const auto period = period_of(date, unit);
      const auto starts = [&](Period p) {
        const CivilDay first = first_day(p, unit);
        return days_from_civil(first.year, first.month, first.day);
      };
      // Three million of these: what holds is not worth a report.
      bool holds = period && starts(*period) <= day && day < starts(*period + 1);
      if (holds && before && *period != *before)
        holds = *period == *before + 1 && starts(*period) == day &&
                period_name(*before, unit) < period_name(*period, unit);
      if (!holds) FAIL(format_date(date) << " by " << static_cast<int>(unit));
      before = period;
    }
  }
}

TEST_CASE("counts by period add up to the total", "[timeline]") {
  std::mt19937 random(7);
  std::vector<std::int64_t> dates;
  for (int n = 0; n < 5000; ++n) {
    Date date = civil_from_days(days_from_civil(1990, 1, 1) + static_cast<int>(random() % 9000));
    const auto kind = random() % 8;
    if (kind < 2) date.day = 0, date.precision = Precision::month;
    if (kind == 0) date.month = 0, date.precision = Precision::year;
    dates.push_back(kind == 7 ? 0 : pack_date(date));
  }
  dates.push_back(-5);                                    // a damaged column
  dates.push_back(std::int64_t{4000} << 31 | 5LL << 22);  // and another
  ArticleSet some(static_cast<std::uint32_t>(dates.size()));
  for (DocId n = 0; n < dates.size(); ++n)
    if (random() % 3 > 0 || n >= 5000) some.add(n);
  DateKeys keys;
  keys.extend(dates, some);
  DateHistogram histogram(keys);
  histogram.add(dates, some);
  for (const auto unit : kUnits) {
    std::map<Period, std::uint64_t> expected;
    std::uint64_t undated = 0, coarse = 0;
    some.for_each([&](DocId n) {
      const auto period = n < 5000 ? period_of(unpack_date(dates[n]), unit) : std::nullopt;
      if (period)
        ++expected[*period];
      else
        ++(dates[n] == 0 ? undated : coarse);
    });
    const auto extent = histogram.extent(unit);
    CHECK(extent.first == expected.begin()->first);
    CHECK(extent.last == expected.rbegin()->first);
    CHECK(extent.coarse == coarse);
    const auto counts =
        histogram.count(unit, extent.first, static_cast<std::size_t>(extent.periods()));
    CHECK(counts.total == some.size());
    CHECK(counts.undated == undated);
    CHECK(counts.coarse == coarse);
    for (std::size_t n = 0; n < counts.counts.size(); ++n)
      CHECK(counts.counts[n] == expected[extent.first + static_cast<Period>(n)]);
  }
}

TEST_CASE("a query without its words", "[timeline]") {
  const std::map<const char*, const char*> rows = {
      {"flood", "*"},
      {"flood source:bbc", "source:bbc"},
      {"flood source:bbc lang:en date:2016", "source:bbc AND lang:en AND date:2016"},
      {"flood -source:bbc", "NOT source:bbc"},
      {"flood (source:bbc OR source:cnn)", "source:bbc OR source:cnn"},
      {"(flood source:bbc) OR drought", "*"},
      {"flood OR source:bbc", "*"},
      {"flood (source:bbc OR drought) words:>100", "words:>100"},
      {"source:bbc -author:smith", "source:bbc AND NOT author:smith"},
      {"title:flood date:2016 -sport", "date:2016"},
      {"*", "*"}};
  for (const auto& [query, filters] : rows) {
    CAPTURE(query);
    CHECK(filters_of(parse_query(query)) == parse_query(filters));
  }
}

TEST_CASE("moving averages leave gaps out", "[timeline]") {
  const auto timeline = make(PeriodUnit::month, "2016-01", {3, 0, 0, 6, 9}, {10, 10, 0, 10, 20});
  const auto& series = timeline.series[0];
  CHECK(shown(smooth_series(timeline, series, 1).count) == "3 0 - 6 9");
  CHECK(shown(smooth_series(timeline, series, 1).share) == "0.3 0 - 0.6 0.45");
  CHECK(shown(smooth_series(timeline, series, 3).count) == "1.5 1.5 - 7.5 7.5");
  CHECK(shown(smooth_series(timeline, series, 3).share) == "0.15 0.15 - 0.5 0.5");
  CHECK(shown(smooth_series(timeline, series, 2).count) == "2 1 - 7 8");
  CHECK(shown(smooth_series(timeline, series, 100).count) == "4.5 4.5 - 4.5 4.5");
  CHECK(peak(smooth_series(timeline, series, 1).count) == 9);
}

TEST_CASE("labels of the axis of time", "[timeline]") {
  const std::vector<std::uint64_t> ones(120, 1);
  CHECK(shown(time_ticks(make(PeriodUnit::year, "2001", {1, 1, 1}, {1, 1, 1}), 80)) ==
        "0:2001 1:2002 2:2003");
  CHECK(shown(time_ticks(make(PeriodUnit::month, "2001-03", ones, ones), 80)) ==
        "10:2002 22:2003 34:2004 46:2005 58:2006 70:2007 82:2008 94:2009 106:2010 118:2011");
  CHECK(shown(time_ticks(make(PeriodUnit::month, "2001-03", ones, ones), 40)) ==
        "10:2002 34:2004 58:2006 82:2008 106:2010");
  CHECK(shown(time_ticks(make(PeriodUnit::day, "2001-03-01", ones, ones), 60)) ==
        "0:2001-03 31:2001-04 61:2001-05 92:2001-06");
  CHECK(shown(time_ticks(make(PeriodUnit::day, "2001-03-02", {1, 1, 1}, {1, 1, 1}), 30)) ==
        "0:2001-03-02 2:2001-03-04");
  CHECK(round_step(9, 5, 1) == 2);
  CHECK(round_step(0, 5, 1) == 1);
  CHECK(round_step(1234, 5, 1) == 500);
}

TEST_CASE("dots of braille", "[timeline]") {
  BrailleCanvas canvas(3, 2);
  canvas.line(0, 7, 5, 0);
  CHECK(canvas.row(0) == " ⢀⠎");
  canvas.dot(0, 0);
  CHECK(canvas.row(0).starts_with("⠁"));
}

TEST_CASE("any text may stand in XML", "[timeline]") {
  CHECK(xml_text("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(xml_text("\x1b[31m\x01") == "\uFFFD[31m\uFFFD");
  CHECK(xml_text("x\uFFFFy\uFFFEz\xFF") == "x\uFFFDy\uFFFDz\uFFFD");
}

}  // namespace news
