// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/print/story.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

std::string lag_label(const Lag& lag) {
  if (lag.seconds == 0) return "same time";
  return (lag.seconds < 0 ? "-" : "+") + lag_text(lag);
}

std::string facts(const StoryArticle& item) {
  const Article& a = item.article;
  std::string out = a.date.dated() ? format_date(a.date) : "undated";
  if (!a.source.empty()) out += " · " + a.source;
  return out + " · " + a.id;
}

std::string beside_first(const StoryArticle& item) {
  const std::string changes = changes_text(item.changes);
  return item.lag ? lag_label(*item.lag) + " · " + changes : changes;
}

class StoryPrinter {
 public:
  StoryPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out),
        color_(use_color(options.color)),
        width_(std::clamp(terminal_width(), 30, kMaxWidth)) {}

  void article(std::size_t number, const StoryArticle& item) {
    const std::string mark = fmt::format("{:>2}.", number);
    const std::string title = item.article.title.empty() ? "(no title)" : item.article.title;
    auto words = pieces(title, {}, color_, on(kBold));
    words.insert(words.begin(), Piece{mark, static_cast<int>(mark.size())});
    print_wrapped(out_, words, 0, 4, width_);
    print_wrapped(out_, pieces(facts(item), {}, color_, on(kDim)), 4, 4, width_);
    if (number > 1) print_wrapped(out_, pieces(beside_first(item), {}, color_), 4, 4, width_);
    out_ << '\n';
  }

  void sources(const Story& story) {
    const auto lags = lags_by_source(story);
    int name = 0, count = 0;
    for (const auto& source : lags) {
      name = std::max(name, display_width(shown(source)));
      count = std::max(count, static_cast<int>(with_commas(source.articles).size()));
    }
    name = std::min(name, width_ / 2);
    for (const auto& source : lags) {
      out_ << "  " << pad_end(fit(shown(source), name), name)
           << fmt::format("  {:>{}}", with_commas(source.articles), count);
      if (&source == lags.data())
        out_ << "  first" << until(source);
      else if (source.first)
        out_ << "  " << lag_label(*source.first) << until(source);
      out_ << '\n';
    }
  }

  const char* on(const char* code) const { return color_ ? code : ""; }

 private:
  static std::string shown(const SourceLag& source) {
    return source.source.empty() ? "unknown" : sanitize(source.source);
  }
  static std::string until(const SourceLag& source) {
    if (!source.last || source.last->seconds == source.first->seconds) return {};
    return ", last " + lag_label(*source.last);
  }

  std::ostream& out_;
  bool color_;
  int width_;
};

}  // namespace

void print_story_text(std::ostream& out, const PrintOptions& options, const Story& story) {
  StoryPrinter printer(out, options);
  std::size_t number = 0;
  for (const auto& item : story.articles) printer.article(++number, item);
  out << printer.on(kBold);
  if (number == 1)
    out << "1 article, without a copy" << printer.on(kOff) << "\n";
  else
    out << with_commas(number) << " articles are copies of one another" << printer.on(kOff) << "\n";
  if (number > 1) printer.sources(story);
}

}  // namespace news
