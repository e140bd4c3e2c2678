// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "common/text/numbers.hpp"
#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/printers.hpp"
#include "searcher/print/timeline/xml_text.hpp"

namespace news {
namespace {

constexpr const char* kHead =
    "<meta charset=\"utf-8\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\"/>\n"
    "<style>body{font:15px/1.5 sans-serif;color:#222;background:#fff;max-width:1000px;"
    "margin:2em auto;padding:0 1em}h1{font-size:1.4em;overflow-wrap:anywhere}"
    "svg{max-width:100%;height:auto}.wide{overflow-x:auto}table{border-collapse:collapse}"
    "th,td{padding:.15em .8em;text-align:right;border-bottom:1px solid #ddd}"
    "th:first-child{text-align:left}.gap{color:#777}</style>\n";

std::string cell(const std::string& text) {
  return "<td>" + xml_text(text) + "</td>";
}

std::string header(const Timeline& timeline) {
  std::string first =
                  "<tr><th scope=\"col\" rowspan=\"2\">" + unit_text(timeline.unit, 1) + "</th>",
              second = "<tr>";
  for (const auto& series : timeline.series) {
    first += fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>",
                         timeline.has_copies ? 4 : 3, xml_text(query_text(series.query)));
    second += "<th scope=\"col\">articles</th>";
    if (timeline.has_copies) second += "<th scope=\"col\">stories</th>";
    second += "<th scope=\"col\">of all</th><th scope=\"col\">share</th>";
  }
  return "<thead>" + first + "</tr>\n" + second + "</tr></thead>\n";
}

// `pick`: the articles of a set that the row is about.
template <typename Pick>
std::string row(const Timeline& timeline, const std::string& name, bool gap, Pick&& pick) {
  std::string out = fmt::format("<tr{}><th scope=\"row\">{}{}</th>", gap ? " class=\"gap\"" : "",
                                name, gap ? " (no articles at all)" : "");
  for (const auto& series : timeline.series) {
    const std::uint64_t hits = pick(series.hits), all = pick(series.all);
    out += cell(with_commas(hits));
    if (timeline.has_copies) out += cell(with_commas(pick(series.hit_stories)));
    out += cell(with_commas(all)) + cell(share_text(hits, all));
  }
  return out + "</tr>\n";
}

std::string table(const Timeline& timeline) {
  std::string out = "<table>\n" + header(timeline) + "<tbody>\n";
  for (std::size_t n = 0; n < timeline.periods(); ++n)
    out += row(timeline, timeline.name(n), timeline.gap(n),
               [&](const TimelineCounts& counts) { return counts.counts[n]; });
  out += "</tbody>\n<tfoot>\n";
  const auto last = [&](const char* name, auto member) {
    out += row(timeline, name, false, [&](const TimelineCounts& counts) { return counts.*member; });
  };
  last("undated", &TimelineCounts::undated);
  last("dated too coarsely", &TimelineCounts::coarse);
  last("total", &TimelineCounts::total);
  return out + "</tfoot>\n</table>\n";
}

}  // namespace

std::string timeline_html(const TimelineView& view) {
  const Timeline& timeline = view.timeline;
  std::string title, totals;
  for (const auto& series : timeline.series) {
    const std::string name = query_text(series.query);
    title += (title.empty() ? "" : " – ") + name;
    totals += "<li>" +
              xml_text(name + ": " + total_text(series) +
                       (timeline.has_copies ? ", " + stories_text(series.hit_stories.total) : "") +
                       "; " + parts_text(series.hits, timeline.unit)) +
              "</li>\n";
  }
  return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n" +
         std::string(kHead) + "<title>" + xml_text(title) + "</title>\n</head>\n<body>\n<h1>" +
         xml_text(title) + "</h1>\n<p>Articles " + xml_text(span_text(timeline, view.smooth)) +
         ". " + revision_text(timeline.revisions) + ".</p>\n<ul>\n" + totals + "</ul>\n" +
         timeline_svg(view, false) + "<details>\n<summary>All figures</summary>\n" +
         "<div class=\"wide\">\n" + table(timeline) + "</div>\n</details>\n</body>\n</html>\n";
}

}  // namespace news
