// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/timeline/smoothed_series.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/table.hpp"
#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/printers.hpp"

namespace news {
namespace {

std::string number(double value, const char* nothing) {
  return std::isnan(value) ? nothing : fmt::format("{:.6g}", value);
}

// One average a series if there is smoothing, else none.
std::vector<SmoothedSeries> smoothed(const TimelineView& view) {
  std::vector<SmoothedSeries> out;
  if (view.smooth > 1)
    for (const auto& series : view.timeline.series)
      out.push_back(smooth_series(view.timeline, series, view.smooth));
  return out;
}

// A number a query: what `counts` has at the n-th period.
void write_by_query(JsonWriter& json, std::string_view name, const Timeline& timeline,
                    TimelineCounts TimelineSeries::*counts, std::size_t n) {
  json.begin_array(name);
  for (const auto& series : timeline.series) json.number((series.*counts).counts[n]);
  json.end_array();
}

void write_averages(JsonWriter& json, std::string_view name,
                    const std::vector<SmoothedSeries>& averages,
                    std::vector<double> SmoothedSeries::*values, std::size_t n) {
  json.begin_array(name);
  for (const auto& average : averages) json.raw(number((average.*values)[n], "null"));
  json.end_array();
}

void write_period(JsonWriter& json, const Timeline& timeline,
                  const std::vector<SmoothedSeries>& averages, std::size_t n) {
  json.begin_object();
  json.text("period", timeline.name(n)).text("start", format_day(timeline.start(n)));
  json.number("total", timeline.all.counts[n]).number("stories", timeline.all_stories.counts[n]);
  json.boolean("gap", timeline.gap(n));
  write_by_query(json, "counts", timeline, &TimelineSeries::hits, n);
  write_by_query(json, "totals", timeline, &TimelineSeries::all, n);
  write_by_query(json, "story_counts", timeline, &TimelineSeries::hit_stories, n);
  write_by_query(json, "story_totals", timeline, &TimelineSeries::all_stories, n);
  if (!averages.empty()) {
    write_averages(json, "smoothed", averages, &SmoothedSeries::count, n);
    write_averages(json, "smoothed_shares", averages, &SmoothedSeries::share, n);
  }
  json.end_object();
}

void write_counts(JsonWriter& json, const TimelineCounts& counts, const TimelineCounts& stories) {
  json.number("total", counts.total).number("undated", counts.undated);
  json.number("coarse", counts.coarse).number("stories", stories.total);
  json.number("undated_stories", stories.undated).number("coarse_stories", stories.coarse);
}

void write_query(JsonWriter& json, const TimelineSeries& series) {
  json.begin_object().text("query", to_string(series.query));
  write_counts(json, series.hits, series.hit_stories);
  json.text("filters", to_string(series.filters)).begin_object("all");
  write_counts(json, series.all, series.all_stories);
  json.end_object().end_object();
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
  const auto averages = smoothed(view);
  const char* const no_average = averages.empty() ? "" : ",,";
  out << "period,start,query,count,total,share,gap"
      << (averages.empty() ? "" : ",smoothed,smoothed_share") << ",stories,total_stories\n";
  for (std::size_t s = 0; s < timeline.series.size(); ++s) {
    const auto& [query, filters, hits, all, hit_stories, all_stories] = timeline.series[s];
    const std::string cell = csv_cell(to_string(query));
    for (std::size_t n = 0; n < timeline.periods(); ++n) {
      const std::string average = averages.empty() ? ""
                                                   : "," + number(averages[s].count[n], "") + "," +
                                                         number(averages[s].share[n], "");
      print_row(out, {timeline.name(n), format_day(timeline.start(n)), cell, hits.counts[n],
                      all.counts[n], timeline.gap(n) ? "1" : "0", average, hit_stories.counts[n],
                      all_stories.counts[n]});
    }
    print_row(out, {"undated", "", cell, hits.undated, all.undated, "", no_average,
                    hit_stories.undated, all_stories.undated});
    print_row(out, {"coarse", "", cell, hits.coarse, all.coarse, "", no_average, hit_stories.coarse,
                    all_stories.coarse});
    print_row(out, {"total", "", cell, hits.total, all.total, "", no_average, hit_stories.total,
                    all_stories.total});
  }
}

void print_timeline_json(std::ostream& out, const TimelineView& view, bool line_end) {
  const Timeline& timeline = view.timeline;
  JsonWriter json;
  json.begin_object().number("schema", 1).text("by", unit_text(timeline.unit, 1));
  write_revisions(json, timeline.revisions);
  if (view.smooth > 1) json.number("smooth", view.smooth);
  json.begin_array("periods");
  const auto averages = smoothed(view);
  for (std::size_t n = 0; n < timeline.periods(); ++n) {
    write_period(json, timeline, averages, n);
    out << json.take();
  }
  json.end_array().begin_array("queries");
  for (const auto& series : timeline.series) write_query(json, series);
  json.end_array().begin_object("all");
  write_counts(json, timeline.all, timeline.all_stories);
  out << finished(json.end_object().end_object(), line_end);
}

void print_timeline_ndjson(std::ostream& out, const TimelineView& view) {
  const auto averages = smoothed(view);
  JsonWriter json;
  for (std::size_t n = 0; n < view.timeline.periods(); ++n) {
    write_period(json, view.timeline, averages, n);
    out << json.end_line().take();
  }
  for (const auto& series : view.timeline.series) {
    write_query(json, series);
    out << json.end_line().take();
  }
}

}  // namespace news
