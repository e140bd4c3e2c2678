// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "searcher/commands/read_query.hpp"
#include "searcher/engine/timeline/timeline.hpp"
#include "searcher/print/explanation.hpp"
#include "searcher/print/timeline/printers.hpp"

namespace news {
namespace {

std::string read_file_name(const OptionValues& values, const std::string& option) {
  if (values.given(option) && values.value(option).empty())
    throw Error(ErrorCode::usage, "--" + option + ": no file is named", values.see_help());
  return values.value(option);
}

void write_file(const std::string& path, const std::string& content) {
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (file) return;
  throw Error(ErrorCode::failed, "cannot write '" + path +
                                     "': " + std::generic_category().message(errno ? errno : EIO));
}

void print(std::ostream& out, const TimelineView& view, const PrintOptions& options) {
  if (options.format == Format::csv)
    print_timeline_csv(out, view);
  else if (options.format == Format::json)
    print_timeline_json(out, view, options.line_end);
  else if (options.format == Format::ndjson)
    print_timeline_ndjson(out, view);
  else
    print_timeline_text(out, view, terminal_width(), use_color(options.color));
}

}  // namespace

TimelineOptions read_timeline(const OptionValues& values) {
  constexpr unsigned kMaxSmooth = 10000;
  TimelineOptions out;
  out.queries = {read_query_text(values)};
  for (auto& text : values.values("vs")) out.queries.push_back(read_other_query(values, text));
  out.print = read_print_options(values);
  // The first choice is "auto".
  if (const std::size_t by = values.choice("by"); by > 0) out.by = static_cast<PeriodUnit>(by - 1);
  out.smooth = values.number<unsigned>("smooth");
  if (out.smooth < 1 || out.smooth > kMaxSmooth)
    throw Error(ErrorCode::usage, "--smooth: a number of periods from 1 to 10000",
                values.see_help());
  out.share = values.flag("share");
  out.svg = read_file_name(values, "svg");
  out.html = read_file_name(values, "html");
  out.max_expansions = read_max_expansions(values);
  out.explain = values.flag("explain");
  return out;
}

Exit run_timeline(const TimelineOptions& options, const Context& context) {
  const auto& [searcher, out, notes] = context;
  std::vector<Node> queries;
  for (const auto& query : options.queries) queries.push_back(read_query(query, notes));
  if (options.explain)
    for (const Node& query : queries)
      print_explanation(notes, query, searcher.explain(query, options.max_expansions));
  const Timeline timeline = count_timeline(searcher, queries, options.by, options.max_expansions);
  if (options.explain)
    notes << fmt::format("time: match {:.2f} ms, count {:.2f} ms\n", timeline.times.match,
                         timeline.times.count);
  const TimelineView view{timeline, options.smooth, options.share};
  print(out, view, options.print);
  if (!options.svg.empty()) write_file(options.svg, timeline_svg(view, true));
  if (!options.html.empty()) write_file(options.html, timeline_html(view));
  return std::any_of(timeline.series.begin(), timeline.series.end(),
                     [](const auto& series) { return series.hits.total > 0; })
             ? Exit::ok
             : Exit::none;
}

}  // namespace news
