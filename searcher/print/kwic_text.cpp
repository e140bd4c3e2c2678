// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/display.hpp"
#include "searcher/print/kwic.hpp"
#include "searcher/print/styles.hpp"

namespace news {
namespace {

constexpr const char* kMark = "\x1b[1;33m";

constexpr int kMatchRoom = 12, kDateWidth = 10, kGap = 2;
constexpr int kMinWidth = 60, kUnboundContext = 40;

/// Columns of: left context | match and right context | date | source | id, which ends the line.
struct Layout {
  int left, right;  ///< most of the contexts
  int block;        ///< match and right context together
  bool bound;       ///< lines must not be wider than the terminal
  int source = 16, id = 0;
};

Layout make_layout(std::optional<int> context) {
  const bool terminal = stdout_is_terminal();
  if (!context && !terminal) context = kUnboundContext;
  if (context) return {*context, *context, *context + kMatchRoom, false};
  // A fifth for the id, a tenth for the source, the other columns for what was asked for.
  const int width = std::max(terminal_width(), kMinWidth);
  Layout out{0, 0, 0, true, std::min(16, width / 10), std::min(26, width / 5)};
  const int rest = width - kDateWidth - out.source - out.id - 3 * kGap;
  out.left = (rest - kMatchRoom) / 2;
  out.block = out.right = rest - out.left;
  return out;
}

class TextKwic : public KwicPrinter {
 public:
  TextKwic(std::ostream& out, const PrintOptions& options, std::optional<int> context)
      : out_(out),
        layout_(make_layout(context)),
        color_(use_color(options.color)),
        isolates_(stdout_is_terminal()) {}

  int context() const override { return std::max(layout_.left, layout_.right); }

  std::string line(const Article& article, const Match&,
                   const KwicContext& context) const override {
    const std::string left(last_columns(context.left, layout_.left));
    const std::string match = layout_.bound ? fit(context.match, layout_.block) : context.match;
    const int room = layout_.bound ? layout_.block - display_width(match) : layout_.right;
    const std::string right(first_columns(context.right, room));
    std::string out = blanks(layout_.left - display_width(left)) + safe(left) + on(kMark) +
                      safe(match) + on(kOff) + safe(right);
    out += blanks(layout_.block - display_width(match) - display_width(right) + kGap);
    return out + on(kDim) + facts(article) + on(kOff) + '\n';
  }

  bool put(const std::string& line) override { return static_cast<bool>(out_ << line); }

 private:
  const char* on(const char* code) const { return color_ ? code : ""; }
  std::string safe(const std::string& text) const { return isolates_ ? isolate(text) : text; }

  std::string facts(const Article& a) const {
    const std::string date = a.date.dated() ? format_date(a.date).substr(0, kDateWidth) : "undated";
    const std::string source = fit(sanitize(a.source), layout_.source);
    const std::string id = sanitize(a.id);
    return pad_end(date, kDateWidth + kGap) + pad_end(safe(source), layout_.source + kGap) +
           (layout_.bound ? fit(id, layout_.id) : id);
  }

  std::ostream& out_;
  Layout layout_;
  bool color_, isolates_;
};

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_text(std::ostream& out, const PrintOptions& options,
                                            std::optional<int> context) {
  return std::make_unique<TextKwic>(out, options, context);
}

}  // namespace news
