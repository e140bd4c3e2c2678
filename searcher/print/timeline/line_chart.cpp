// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/timeline/line_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/engine/timeline/smoothed_series.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/timeline/braille.hpp"
#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/ticks.hpp"

namespace news {
namespace {

constexpr int kRows = 5;
constexpr const char* kColors[] = {"\x1b[36m", "\x1b[33m", "\x1b[35m", "\x1b[32m"};

class LineCharts {
 public:
  LineCharts(std::ostream& out, const TimelineView& view, int columns, bool color)
      : out_(out), view_(view), timeline_(view.timeline), columns_(columns), color_(color) {
    for (const auto& series : timeline_.series) {
      const SmoothedSeries average = smooth_series(timeline_, series, view.smooth);
      drawn_.push_back(view.share ? average.share : average.count);
      label_ = std::max(label_, static_cast<int>(scale(peak(drawn_.back())).size()));
    }
    plot_ = std::max(8, columns - label_ - 2);
  }

  void print() {
    for (std::size_t n = 0; n < drawn_.size(); ++n) {
      print_head(n);
      print_chart(n);
      print_axis();
    }
    print_ticks();
    const char* what = view_.share ? "share of all articles" : "articles";
    out_ << on(kDim)
         << fit(fmt::format("{} a {}, each line on its own scale", what,
                            unit_text(timeline_.unit, 1)),
                columns_)
         << '\n';
    if (timeline_.has_gap()) out_ << fit("░ no articles at all", columns_) << '\n';
    out_ << on(kOff);
  }

 private:
  const char* on(const char* code) const { return color_ ? code : ""; }

  std::string scale(double value) const {
    if (view_.share) return fmt::format("{:.2f} %", 100 * value);
    return value == std::floor(value) ? with_commas(static_cast<std::uint64_t>(value))
                                      : fmt::format("{:.1f}", value);
  }

  // A dot's column; as many periods as there are share it.
  int x_of(std::size_t n) const {
    const std::size_t last = timeline_.periods() - 1;
    if (last == 0) return plot_;
    return static_cast<int>(n * static_cast<std::size_t>(2 * plot_ - 1) / last);
  }

  void print_head(std::size_t n) {
    const auto& values = drawn_[n];
    const double most = peak(values);
    std::string where;
    if (most > 0) {
      const auto at = std::find(values.begin(), values.end(), most) - values.begin();
      where = "most in " + timeline_.name(static_cast<std::size_t>(at));
    }
    const std::string name = fit(query_text(timeline_.series[n].query),
                                 std::max(10, columns_ - 2 - static_cast<int>(where.size())));
    const int rest = columns_ - display_width(name) - static_cast<int>(where.size());
    out_ << on(kBold) << name << on(kOff);
    if (rest >= 2) out_ << on(kDim) << blanks(rest) << where << on(kOff);
    out_ << '\n';
  }

  void print_chart(std::size_t n) {
    const auto& values = drawn_[n];
    const double most = peak(values);
    BrailleCanvas canvas(plot_, kRows);
    const auto y_of = [&](double value) {
      const double part = most > 0 ? value / most : 0;
      return static_cast<int>(std::lround((1 - part) * (canvas.height() - 1)));
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(values[i])) continue;
      const bool joined = i > 0 && !std::isnan(values[i - 1]);
      const std::size_t from = joined ? i - 1 : i;
      canvas.line(x_of(from), y_of(values[from]), x_of(i), y_of(values[i]));
    }
    for (int row = 0; row < kRows; ++row) {
      const std::string label = row == 0 ? scale(most) : "";
      out_ << on(kDim) << blanks(label_ - static_cast<int>(label.size())) << label
           << (row == 0 ? " ┤" : " │") << on(kOff) << on(kColors[n % std::size(kColors)])
           << canvas.row(row) << on(kOff) << '\n';
    }
  }

  // Gaps are hatched, each in one column at least.
  void print_axis() {
    std::vector<bool> hatched(static_cast<std::size_t>(plot_));
    for (std::size_t n = 0; n < timeline_.periods(); ++n) {
      if (!timeline_.gap(n)) continue;  // so it is neither the first nor the last
      const int from = (x_of(n - 1) + x_of(n)) / 2, to = (x_of(n) + x_of(n + 1)) / 2;
      for (int x = std::min(from + 1, x_of(n)); x <= std::max(to - 1, x_of(n)); ++x)
        hatched[static_cast<std::size_t>(x / 2)] = true;
    }
    out_ << on(kDim) << blanks(label_ - 1) << "0 └";
    for (const bool gap : hatched) out_ << (gap ? "░" : "─");
    out_ << on(kOff) << '\n';
  }

  void print_ticks() {
    std::string line;
    int end = 0;
    const auto ticks = time_ticks(timeline_, static_cast<std::size_t>(plot_));
    for (const Tick& tick : ticks) {
      const int size = static_cast<int>(tick.label.size());
      const int at = std::clamp(x_of(tick.period) / 2, 0, std::max(0, plot_ - size));
      if (at < end) continue;
      line += blanks(at - static_cast<int>(line.size())) + tick.label;
      end = at + size + 1;
    }
    out_ << on(kDim) << blanks(label_ + 2) << line << on(kOff) << '\n';
  }

  std::ostream& out_;
  const TimelineView& view_;
  const Timeline& timeline_;
  int columns_;
  bool color_;
  std::vector<std::vector<double>> drawn_;
  int label_ = 1, plot_ = 0;
};

}  // namespace

void print_line_charts(std::ostream& out, const TimelineView& view, int columns, bool color) {
  LineCharts(out, view, columns, color).print();
}

}  // namespace news
