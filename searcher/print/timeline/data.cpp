// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "common/io/json_writer.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/timeline/curve.hpp"
#include "searcher/print/archives.hpp"
#include "searcher/print/table.hpp"
#include "searcher/print/timeline/printers.hpp"
#include "searcher/print/timeline/wording.hpp"

namespace news {
namespace {

std::string number(double value, const char* nothing) {
  return std::isnan(value) ? nothing : fmt::format("{:.6g}", value);
}

// One curve a series if there is smoothing, else none.
std::vector<Curve> smoothed(const TimelineView& view) {
  std::vector<Curve> out;
  if (view.smooth > 1)
    for (const auto& series : view.timeline.series)
      out.push_back(curve_of(view.timeline, series, view.smooth));
  return out;
}

template <typename Range, typename Value>
std::string json_array(const Range& range, Value&& value) {
  std::string out = "[";
  for (const auto& item : range) out += (out.size() > 1 ? "," : "") + value(item);
  return out + "]";
}

// A number a query: what `counts` has at the n-th period.
std::string by_query(const Timeline& timeline, TimelineCounts TimelineSeries::*counts,
                     std::size_t n) {
  return json_array(timeline.series, [&](const TimelineSeries& series) {
    return std::to_string((series.*counts).counts[n]);
  });
}

std::string json_period(const Timeline& timeline, const std::vector<Curve>& curves, std::size_t n) {
  JsonObject out;
  out.text("period", timeline.name(n)).text("start", format_day(timeline.start(n)));
  out.number("total", timeline.all.counts[n]).number("stories", timeline.all_stories.counts[n]);
  out.raw("gap", timeline.gap(n) ? "true" : "false");
  out.raw("counts", by_query(timeline, &TimelineSeries::hits, n));
  out.raw("totals", by_query(timeline, &TimelineSeries::all, n));
  out.raw("story_counts", by_query(timeline, &TimelineSeries::hit_stories, n));
  out.raw("story_totals", by_query(timeline, &TimelineSeries::all_stories, n));
  if (curves.empty()) return out.str();
  out.raw("smoothed",
          json_array(curves, [&](const Curve& curve) { return number(curve.count[n], "null"); }));
  return out
      .raw("smoothed_shares",
           json_array(curves, [&](const Curve& curve) { return number(curve.share[n], "null"); }))
      .str();
}

void add_counts(JsonObject& out, const TimelineCounts& counts, const TimelineCounts& stories) {
  out.number("total", counts.total).number("undated", counts.undated);
  out.number("coarse", counts.coarse).number("stories", stories.total);
  out.number("undated_stories", stories.undated).number("coarse_stories", stories.coarse);
}

std::string json_counts(const TimelineCounts& counts, const TimelineCounts& stories) {
  JsonObject out;
  add_counts(out, counts, stories);
  return out.str();
}

std::string json_query(const TimelineSeries& series) {
  JsonObject out;
  out.text("query", to_string(series.query));
  add_counts(out, series.hits, series.hit_stories);
  return out.text("filters", to_string(series.filters))
      .raw("all", json_counts(series.all, series.all_stories))
      .str();
}

struct CsvRow {
  std::string period, start, query;
  std::uint64_t count = 0, total = 0;
  std::string gap, smoothed;
  std::uint64_t stories = 0, total_stories = 0;
};

void print_row(std::ostream& out, const CsvRow& row) {
  out << row.period << ',' << row.start << ',' << row.query << ',' << row.count << ',' << row.total
      << ','
      << (row.total == 0 ? ""
                         : fmt::format("{:.6g}", static_cast<double>(row.count) /
                                                     static_cast<double>(row.total)))
      << ',' << row.gap << row.smoothed << ',' << row.stories << ',' << row.total_stories << '\n';
}

}  // namespace

void print_timeline_csv(std::ostream& out, const TimelineView& view) {
  const Timeline& timeline = view.timeline;
  const auto curves = smoothed(view);
  const char* const no_curve = curves.empty() ? "" : ",,";
  out << "period,start,query,count,total,share,gap"
      << (curves.empty() ? "" : ",smoothed,smoothed_share") << ",stories,total_stories\n";
  for (std::size_t s = 0; s < timeline.series.size(); ++s) {
    const auto& [query, filters, hits, all, hit_stories, all_stories] = timeline.series[s];
    const std::string cell = csv_cell(to_string(query));
    for (std::size_t n = 0; n < timeline.periods(); ++n) {
      const std::string curve = curves.empty() ? ""
                                               : "," + number(curves[s].count[n], "") + "," +
                                                     number(curves[s].share[n], "");
      print_row(out, {timeline.name(n), format_day(timeline.start(n)), cell, hits.counts[n],
                      all.counts[n], timeline.gap(n) ? "1" : "0", curve, hit_stories.counts[n],
                      all_stories.counts[n]});
    }
    print_row(out, {"undated", "", cell, hits.undated, all.undated, "", no_curve,
                    hit_stories.undated, all_stories.undated});
    print_row(out, {"coarse", "", cell, hits.coarse, all.coarse, "", no_curve, hit_stories.coarse,
                    all_stories.coarse});
    print_row(out, {"total", "", cell, hits.total, all.total, "", no_curve, hit_stories.total,
                    all_stories.total});
  }
}

void print_timeline_json(std::ostream& out, const TimelineView& view) {
  const Timeline& timeline = view.timeline;
  JsonObject head;
  head.number("schema", 1).text("by", unit_text(timeline.unit, 1));
  json_revisions(head, timeline.revisions);
  if (view.smooth > 1) head.number("smooth", view.smooth);
  std::string begin = head.str();
  begin.pop_back();
  out << begin << ",\"periods\":[";
  const auto curves = smoothed(view);
  for (std::size_t n = 0; n < timeline.periods(); ++n)
    out << (n > 0 ? "," : "") << json_period(timeline, curves, n);
  out << "],\"queries\":" << json_array(timeline.series, json_query)
      << ",\"all\":" << json_counts(timeline.all, timeline.all_stories) << "}\n";
}

void print_timeline_ndjson(std::ostream& out, const TimelineView& view) {
  const auto curves = smoothed(view);
  for (std::size_t n = 0; n < view.timeline.periods(); ++n)
    out << json_period(view.timeline, curves, n) << '\n';
  for (const auto& series : view.timeline.series) out << json_query(series) << '\n';
}

}  // namespace news
