// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/engine/timeline/smoothed_series.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/line_chart.hpp"
#include "searcher/print/timeline/printers.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

constexpr const char* kBar = "\x1b[36m";
constexpr int kMinWidth = 30, kMinBar = 6;

// Full blocks and one of so many eighths; whatever is not nothing can be seen.
std::string bar(double part, int columns) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (std::isnan(part) || part <= 0) return {};
  const int eighths = std::max(1, static_cast<int>(std::lround(part * columns * 8)));
  std::string out;
  for (int n = 0; n < eighths / 8; ++n) out += "█";
  return out.append(kEighths[eighths % 8]);
}

// One query: a row a period.
class Table {
 public:
  Table(std::ostream& out, const TimelineView& view, int columns, bool color)
      : out_(out),
        timeline_(view.timeline),
        series_(view.timeline.series.front()),
        color_(color),
        whole_(shares_are_whole(view.timeline)) {
    const SmoothedSeries average = smooth_series(timeline_, series_, view.smooth);
    drawn_ = view.share ? average.share : average.count;
    peak_ = std::max(peak(drawn_), 1e-9);
    measure(columns);
  }

  void print() {
    const std::string head = pad_start("hits", count_) +
                             (stories_ > 0 ? "  " + pad_start("stories", stories_) : "") +
                             (all_ > 0 ? "  " + pad_start("of all", all_) : "") +
                             (share_ > 0 ? "  " + pad_start("share", share_) : "");
    const std::string unit = unit_text(timeline_.unit, 1);
    out_ << on(kDim) << unit << std::string(static_cast<std::size_t>(label_) - unit.size(), ' ')
         << "  " << head << on(kOff) << '\n';
    for (std::size_t n = 0; n < timeline_.periods();) n = timeline_.gap(n) ? gap_row(n) : row(n);
  }

 private:
  const char* on(const char* code) const { return color_ ? code : ""; }

  // Columns go, least needed first, until there is room for bars.
  void measure(int columns) {
    std::uint64_t hits = 0, all = 0;
    int share = 5;
    for (std::size_t n = 0; n < timeline_.periods(); ++n) {
      hits = std::max(hits, series_.hits.counts[n]);
      all = std::max(all, series_.all.counts[n]);
      share = std::max(share, display_width(share_of(n)));
    }
    label_ = std::max<int>(5, static_cast<int>(timeline_.name(0).size()));
    count_ = std::max<int>(4, static_cast<int>(with_commas(hits).size()));
    if (timeline_.has_copies) stories_ = std::max(7, count_);
    if (!whole_) all_ = std::max<int>(6, static_cast<int>(with_commas(all).size()));
    if (!whole_) share_ = share;
    const auto left = [&] {
      return columns - label_ - count_ - 4 - (stories_ > 0) * (stories_ + 2) -
             (all_ > 0) * (all_ + 2) - (share_ > 0) * (share_ + 2);
    };
    if (left() < kMinBar) all_ = 0;
    if (left() < kMinBar) share_ = 0;
    if (left() < kMinBar) stories_ = 0;
    bar_ = std::max(kMinBar, left());
    room_ = columns - label_ - 2;
  }

  std::string share_of(std::size_t n) const {
    return share_text(series_.hits.counts[n], series_.all.counts[n]);
  }

  std::size_t row(std::size_t n) {
    out_ << timeline_.name(n) << std::string(static_cast<std::size_t>(label_) - label_size(n), ' ')
         << "  " << pad_start(with_commas(series_.hits.counts[n]), count_);
    if (stories_ > 0)
      out_ << "  " << pad_start(with_commas(series_.hit_stories.counts[n]), stories_);
    if (all_ > 0)
      out_ << "  " << on(kDim) << pad_start(with_commas(series_.all.counts[n]), all_) << on(kOff);
    if (share_ > 0) out_ << "  " << pad_start(share_of(n), share_);
    if (const std::string blocks = bar(drawn_[n] / peak_, bar_); !blocks.empty())
      out_ << "  " << on(kBar) << blocks << on(kOff);
    out_ << '\n';
    return n + 1;
  }

  // A run of gaps takes one row: a single misdated article may lie centuries off.
  std::size_t gap_row(std::size_t n) {
    std::size_t end = n;
    while (timeline_.gap(end)) ++end;
    const std::string text = fmt::format("░░ no articles for {} {}", with_commas(end - n),
                                         unit_text(timeline_.unit, end - n));
    out_ << timeline_.name(n) << std::string(static_cast<std::size_t>(label_) - label_size(n), ' ')
         << "  " << on(kDim) << fit(text, room_) << on(kOff) << '\n';
    return end;
  }

  std::size_t label_size(std::size_t n) const { return timeline_.name(n).size(); }

  std::ostream& out_;
  const Timeline& timeline_;
  const TimelineSeries& series_;
  bool color_, whole_;
  std::vector<double> drawn_;
  double peak_ = 0;
  int label_ = 0, count_ = 0, stories_ = 0, all_ = 0, share_ = 0, bar_ = 0, room_ = 0;
};

void print_line(std::ostream& out, const std::string& text, int columns) {
  print_wrapped(out, pieces(text, {}, false), 0, 2, columns);
}

// How many match, of how many, and where they are.
std::string totals(const Timeline& timeline, const TimelineSeries& series) {
  const std::uint64_t total = series.hits.total;
  std::string out = total == 0   ? "no article matches"
                    : total == 1 ? "1 article matches"
                                 : with_commas(total) + " articles match";
  if (timeline.has_copies && total > 0) out += ", " + stories_text(series.hit_stories.total);
  if (series.query != series.filters)
    out += fmt::format(", {} of {}", share_text(total, series.all.total),
                       with_commas(series.all.total));
  return total == 0 ? out : out + ": " + parts_text(series.hits, timeline.unit);
}

}  // namespace

void print_timeline_text(std::ostream& out, const TimelineView& view, int columns, bool color) {
  columns = std::max(columns, kMinWidth);
  const Timeline& timeline = view.timeline;
  const auto matches = [](const auto& series) { return series.hits.total > 0; };
  const bool any = std::any_of(timeline.series.begin(), timeline.series.end(), matches);
  if (any && timeline.periods() > 0) {
    if (color) out << kBold;
    if (timeline.series.size() == 1) print_line(out, query_text(timeline.series[0].query), columns);
    if (color) out << kOff << kDim;
    print_line(out, span_text(timeline, view.smooth), columns);
    if (color) out << kOff;
    out << '\n';
    if (timeline.series.size() == 1)
      Table(out, view, columns, color).print();
    else
      print_line_charts(out, view, columns, color);
    out << '\n';
  }
  for (const auto& series : timeline.series) {
    const bool one = timeline.series.size() == 1;
    const std::string name = one ? "" : fit(query_text(series.query), columns - 2) + ": ";
    print_line(out, name + totals(timeline, series), columns);
  }
}

}  // namespace news
