// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/printers.hpp"
#include "searcher/print/timeline/svg_panel.hpp"
#include "searcher/print/timeline/xml_text.hpp"

namespace news {
namespace {

constexpr double kWidth = 960, kLeft = 72, kRight = 20;
constexpr double kLine = 20, kCountHeight = 250, kShareHeight = 160;
constexpr int kNameColumns = 70;  // of a query in the legend; the whole one is in the description

std::string title_of(const Timeline& timeline) {
  std::string out;
  for (const auto& series : timeline.series)
    out += (out.empty() ? "" : " – ") + query_text(series.query);
  return out;
}

std::string description(const TimelineView& view) {
  std::string out = "Articles " + span_text(view.timeline, view.smooth) + ".";
  for (const auto& series : view.timeline.series)
    out += fmt::format(" {}: {}; {}.", query_text(series.query), total_text(series),
                       parts_text(series.hits, view.timeline.unit));
  return out;
}

std::string legend(const TimelineView& view, double top) {
  std::string out;
  for (std::size_t n = 0; n < view.timeline.series.size(); ++n, top += kLine) {
    const auto& series = view.timeline.series[n];
    out +=
        fmt::format("<path class=\"line\" d=\"M{} {}h28\" {}/>\n", kLeft, top - 4, svg_stroke(n));
    out += fmt::format("<text x=\"{}\" y=\"{}\">{}: {}</text>\n", kLeft + 38, top,
                       xml_text(fit(query_text(series.query), kNameColumns)),
                       xml_text(total_text(series)));
  }
  if (!view.timeline.has_gap()) return out;
  out += fmt::format(
      "<rect x=\"{}\" y=\"{}\" width=\"28\" height=\"12\" fill=\"url(#gap)\"/>\n"
      "<text x=\"{}\" y=\"{}\">no articles at all</text>\n",
      kLeft, top - 11, kLeft + 38, top);
  return out;
}

constexpr const char* kStyle =
    "<style>text{font:13px sans-serif;fill:#222}.title{font-size:18px;font-weight:bold}"
    ".small{font-size:12px;fill:#555}.line{fill:none;stroke-width:2;stroke-linejoin:round;"
    "stroke-linecap:round}.raw{stroke-width:1;opacity:.4}.axis,.grid{fill:none;shape-rendering:"
    "crispEdges}.axis{stroke:#444}"
    ".grid{stroke:#ddd}</style>\n"
    "<defs><pattern id=\"gap\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><path d=\"M0 0v6\" stroke=\"#bbb\" "
    "stroke-width=\"2\"/></pattern></defs>\n";

}  // namespace

std::string timeline_svg(const TimelineView& view, bool standalone) {
  const Timeline& timeline = view.timeline;
  const double entries = static_cast<double>(timeline.series.size() + timeline.has_gap());
  const double legend_top = 84, plot_width = kWidth - kLeft - kRight;
  const SvgArea counts{kLeft, legend_top + entries * kLine + 20, plot_width, kCountHeight};
  const SvgArea shares{kLeft, counts.top + counts.height + 64, plot_width, kShareHeight};
  const double height = shares.top + shares.height + 56;
  const std::string unit = unit_text(timeline.unit, 1);
  std::string out = standalone ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
  out += fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" aria-labelledby=\"title description\">\n"
      "<title id=\"title\">{2}</title>\n<desc id=\"description\">{3}</desc>\n{4}"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
      "<text class=\"title\" x=\"{5}\" y=\"34\">{6}</text>\n"
      "<text class=\"small\" x=\"{5}\" y=\"56\">{7}</text>\n",
      kWidth, height, xml_text(title_of(timeline)), xml_text(description(view)), kStyle, kLeft,
      xml_text(fit(title_of(timeline), 85)), xml_text(span_text(timeline, view.smooth)));
  out += legend(view, legend_top);
  if (timeline.periods() > 0)
    out += svg_panel(view, counts, SvgMeasure::count, "articles a " + unit) +
           svg_panel(view, shares, SvgMeasure::share, "share of all articles of the " + unit);
  return out + "</svg>\n";
}

}  // namespace news
