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

std::vector<Node> read_queries(const SearcherOptions& options, std::ostream& notes) {
  std::vector<Node> out = {read_query(options, notes)};
  for (const auto& text : options.timeline.others) {
    SearcherOptions other = options;
    other.query = text;
    out.push_back(read_query(other, notes));
  }
  return out;
}

void write_file(const std::string& path, const std::string& content) {
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (file) return;
  throw Error(Exit::damaged, "cannot write '" + path +
                                 "': " + std::generic_category().message(errno ? errno : EIO));
}

void print(std::ostream& out, const TimelineView& view, const SearcherOptions& options) {
  if (options.format == "csv")
    print_timeline_csv(out, view);
  else if (options.format == "json")
    print_timeline_json(out, view);
  else if (options.format == "ndjson")
    print_timeline_ndjson(out, view);
  else
    print_timeline_text(out, view, terminal_width(), use_color(options.color));
}

}  // namespace

Exit run_timeline(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const std::vector<Node> queries = read_queries(options, console.notes);
  if (options.explain)
    for (const Node& query : queries)
      print_explanation(console.notes, query, searcher.explain(query, options.max_expansions));
  const Timeline timeline =
      count_timeline(searcher, queries, options.timeline.by, options.max_expansions);
  if (options.explain)
    console.notes << fmt::format("time: match {:.2f} ms, count {:.2f} ms\n", timeline.times.match,
                                 timeline.times.count);
  const TimelineView view{timeline, options.timeline.smooth, options.timeline.share};
  print(console.out, view, options);
  if (!options.timeline.svg.empty()) write_file(options.timeline.svg, timeline_svg(view, true));
  if (!options.timeline.html.empty()) write_file(options.timeline.html, timeline_html(view));
  return std::any_of(timeline.series.begin(), timeline.series.end(),
                     [](const auto& series) { return series.hits.total > 0; })
             ? Exit::ok
             : Exit::none;
}

}  // namespace news
