// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/timeline/svg_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "common/text/numbers.hpp"
#include "searcher/engine/timeline/smoothed_series.hpp"
#include "searcher/print/timeline/captions.hpp"
#include "searcher/print/timeline/ticks.hpp"
#include "searcher/print/timeline/xml_text.hpp"

namespace news {
namespace {

constexpr std::array<const char*, 7> kColors = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                "#e69f00", "#56b4e9", "#000000"};
constexpr std::array<const char*, 4> kDashes = {"none", "7 4", "2 4", "9 4 2 4"};
constexpr unsigned kSteps = 5;
constexpr std::size_t kMaxPoints = 400;  // above that they would be one upon the other
constexpr double kCharacter = 8;         // width of one in a label

class Panel {
 public:
  Panel(const TimelineView& view, const SvgArea& area, SvgMeasure measure)
      : timeline_(view.timeline), area_(area), share_(measure == SvgMeasure::share) {
    for (const auto& series : timeline_.series) {
      raw_.push_back(values(smooth_series(timeline_, series, 1)));
      if (view.smooth > 1) smooth_.push_back(values(smooth_series(timeline_, series, view.smooth)));
      top_ = std::max(top_, peak(raw_.back()));
    }
    step_ = round_step(top_, kSteps, share_ ? 1e-6 : 1);
    top_ = std::max(step_ * std::ceil(top_ / step_ - 1e-9), step_);
  }

  std::string draw(const std::string& name) {
    std::string out = gaps() + vertical_axis(name) + time_axis();
    for (std::size_t n = 0; n < raw_.size(); ++n) {
      out += line(raw_[n], n, smooth_.empty() ? "line" : "line raw");
      if (!smooth_.empty()) out += line(smooth_[n], n, "line");
      if (timeline_.periods() <= kMaxPoints) out += points(n);
    }
    return out;
  }

 private:
  std::vector<double> values(SmoothedSeries average) const {
    return share_ ? average.share : average.count;
  }
  double x(double period) const {
    return area_.left + area_.width * period / static_cast<double>(timeline_.periods());
  }
  double middle(std::size_t n) const { return x(static_cast<double>(n) + 0.5); }
  double y(double value) const { return area_.top + area_.height * (1 - value / top_); }

  std::string gaps() const {
    std::string out;
    for (std::size_t n = 0; n < timeline_.periods(); ++n) {
      if (!timeline_.gap(n)) continue;
      std::size_t end = n;
      while (timeline_.gap(end)) ++end;
      out += fmt::format(
          "<rect x=\"{:.2f}\" y=\"{}\" width=\"{:.2f}\" height=\"{}\" "
          "fill=\"url(#gap)\"><title>{}: no articles at all</title></rect>\n",
          x(static_cast<double>(n)), area_.top,
          x(static_cast<double>(end)) - x(static_cast<double>(n)), area_.height,
          timeline_.name(n) + (end > n + 1 ? " to " + timeline_.name(end - 1) : ""));
      n = end - 1;
    }
    return out;
  }

  std::string label(double value) const {
    return share_ ? fmt::format("{:.4g} %", 100 * value)
                  : with_commas(static_cast<std::uint64_t>(std::llround(value)));
  }

  std::string vertical_axis(const std::string& name) const {
    std::string out = fmt::format("<text class=\"small\" x=\"{}\" y=\"{}\">{}</text>\n", area_.left,
                                  area_.top - 10, xml_text(name));
    for (double value = 0; value <= top_ * 1.0001; value += step_)
      out += fmt::format(
          "<path class=\"grid\" d=\"M{0} {1:.2f}h{2}\"/>"
          "<text class=\"small\" x=\"{3}\" y=\"{4:.2f}\" text-anchor=\"end\">{5}</text>\n",
          area_.left, y(value), area_.width, area_.left - 8, y(value) + 4, label(value));
    return out;
  }

  std::string time_axis() const {
    const double bottom = area_.top + area_.height;
    std::string out = fmt::format("<path class=\"axis\" d=\"M{} {}V{}h{}\"/>\n", area_.left,
                                  area_.top, bottom, area_.width);
    for (const Tick& tick :
         time_ticks(timeline_, static_cast<std::size_t>(area_.width / kCharacter)))
      out += fmt::format(
          "<path class=\"axis\" d=\"M{0:.2f} {1}v5\"/><text class=\"small\" x=\"{0:.2f}\" "
          "y=\"{2}\" "
          "text-anchor=\"middle\">{3}</text>\n",
          middle(tick.period), bottom, bottom + 19, tick.label);
    return out;
  }

  // Broken where nothing is known; a round end makes a dot of a period that stands alone.
  std::string line(const std::vector<double>& values, std::size_t series, const char* kind) const {
    std::string path;
    for (std::size_t n = 0; n < values.size(); ++n) {
      if (std::isnan(values[n])) continue;
      const bool joined = n > 0 && !std::isnan(values[n - 1]);
      path += fmt::format("{}{:.2f} {:.2f}", joined ? 'L' : 'M', middle(n), y(values[n]));
      const bool alone = !joined && (n + 1 == values.size() || std::isnan(values[n + 1]));
      if (alone) path += "h0.01";
    }
    return fmt::format("<path class=\"{}\" d=\"{}\" {}/>\n", kind, path, svg_stroke(series));
  }

  std::string points(std::size_t series) const {
    const TimelineCounts& hits = timeline_.series[series].hits;
    const TimelineCounts& all = timeline_.series[series].all;
    std::string out = fmt::format("<g fill=\"{}\">\n", kColors[series % kColors.size()]);
    for (std::size_t n = 0; n < raw_[series].size(); ++n)
      if (!std::isnan(raw_[series][n]))
        out += fmt::format(
            "<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"2.5\"><title>{}: {} of {} ({})</title>"
            "</circle>\n",
            middle(n), y(raw_[series][n]), timeline_.name(n), with_commas(hits.counts[n]),
            with_commas(all.counts[n]), xml_text(share_text(hits.counts[n], all.counts[n])));
    return out + "</g>\n";
  }

  const Timeline& timeline_;
  SvgArea area_;
  bool share_;
  std::vector<std::vector<double>> raw_, smooth_;  // by series
  double top_ = 0, step_ = 1;
};

}  // namespace

std::string svg_panel(const TimelineView& view, const SvgArea& area, SvgMeasure measure,
                      const std::string& name) {
  return Panel(view, area, measure).draw(name);
}

std::string svg_stroke(std::size_t n) {
  return fmt::format("stroke=\"{}\" stroke-dasharray=\"{}\"", kColors[n % kColors.size()],
                     kDashes[n % kDashes.size()]);
}

}  // namespace news
