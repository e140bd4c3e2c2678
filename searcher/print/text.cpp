// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/numbers.hpp"
#include "searcher/engine/search/snippet.hpp"
#include "searcher/print/copies.hpp"
#include "searcher/print/facets.hpp"
#include "searcher/print/printer.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/table.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

class TextPrinter : public Printer {
 public:
  TextPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out),
        options_(options),
        color_(use_color(options.color)),
        links_(use_links(options.links)),
        width_(std::clamp(terminal_width(), 30, kMaxWidth)) {}

  Needs needs() const override {
    constexpr std::size_t kMaxDescribed = 8;  // that a line has room for
    Needs out;
    if (!options_.fields.empty())
      out = needs_of(options_.fields);
    else
      out = {Needs::Depth::matches, true, false, options_.group ? kMaxDescribed : 0};
    out.facets = true;
    return out;
  }

  void hit(const HitView& view) override {
    if (!options_.fields.empty()) {
      for (const Field field : options_.fields) {
        const bool undated = field == Field::date && !view.article.date.dated();
        out_ << name_of(field) << ": "
             << (undated ? "undated" : sanitize(field_text(field, view), LineEnds::keep)) << '\n';
      }
      out_ << '\n';
      return;
    }
    print_title(view);
    print_facts(view);
    print_snippet(view);
    if (const auto copies = copies_text(view.article, view.story, width_ - 4); !copies.empty())
      out_ << "    " << on(kDim) << copies << on(kOff) << '\n';
    out_ << '\n';
  }

  void end(const SearchResult& result) override {
    if (result.total == 0) {
      out_ << "no article matches\n";
      return;
    }
    std::string total =
        with_commas(result.total) + (result.total == 1 ? " article matches" : " articles match");
    if (result.has_copies)
      total += ", " + with_commas(result.stories) + (result.stories == 1 ? " story" : " stories");
    const std::string shown = shown_part(result);
    auto words = pieces(shown.empty() ? total : total + ",", {}, color_, on(kBold));
    for (auto& word : pieces(shown, {}, color_)) words.push_back(std::move(word));
    print_wrapped(out_, words, 0, 2, width_);
    print_facets(out_, result, color_, width_);
  }

 private:
  static std::string shown_part(const SearchResult& result) {
    const std::uint64_t shown = result.hits.size();
    const bool stories = result.grouped && result.has_copies;
    if (shown == 0 || shown == (stories ? result.stories : result.total)) return {};
    return fmt::format("showing {}{}–{}", stories ? "stories " : "", with_commas(result.offset + 1),
                       with_commas(result.offset + shown));
  }

  const char* on(const char* code) const { return color_ ? code : ""; }

  void print_title(const HitView& view) {
    std::vector<std::pair<std::size_t, std::size_t>> marks;
    for (const auto& m : view.matches)
      if (m.in_title) marks.emplace_back(m.begin, m.end);
    const std::string number = fmt::format("{:>2}.", view.rank);
    const std::string title = view.article.title.empty() ? "(no title)" : view.article.title;
    auto words = pieces(title, marks, color_, on(kBold));
    if (const auto link = begin_link(view.article.url); links_ && !link.empty() && !words.empty()) {
      words.front().shown.insert(0, link);
      words.back().shown += kEndLink;
    }
    words.insert(words.begin(), Piece{number, static_cast<int>(number.size())});
    print_wrapped(out_, words, 0, 4, width_);
  }

  void print_facts(const HitView& view) {
    const Article& a = view.article;
    std::string line = view.changed ? "changed · " : "";
    line += a.date.dated() ? format_date(a.date) : "undated";
    for (const auto& part : {a.source, a.authors.empty() ? std::string() : a.authors[0]})
      if (!part.empty()) line += " · " + part;
    if (options_.names_archive) line += " · " + view.archive;
    line = sanitize(line);
    const std::string id = sanitize(a.id);
    // `show` wants the whole id, so it is never cut.
    const bool fits = display_width(line) + 3 + display_width(id) <= width_ - 4;
    line = fits ? line + " · " + id : fit(line, width_ - 4) + "\n    " + id;
    out_ << "    " << on(kDim) << line << on(kOff) << '\n';
  }

  void print_snippet(const HitView& view) {
    const Snippet snippet = make_snippet(view.article, view.matches);
    auto words = pieces(snippet.text, snippet.matches, color_);
    if (words.empty()) return;
    if (snippet.cut_front) words.insert(words.begin(), Piece{"…", 1});
    if (snippet.cut_back) words.push_back({"…", 1});
    print_wrapped(out_, words, 4, 4, width_);
  }

  std::ostream& out_;
  const PrintOptions& options_;
  bool color_, links_;
  int width_;
};

}  // namespace

std::unique_ptr<Printer> make_text_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<TextPrinter>(out, options);
}

}  // namespace news
