// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "common/text/display.hpp"
#include "searcher/engine/diff/word_diff.hpp"
#include "searcher/print/diff.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

/// A line of the text, or an empty one between two.
struct Line {
  struct Part {
    Edit::Op op;
    std::string text;  ///< safe to print
  };
  std::vector<Part> parts;
  bool empty() const {
    return std::all_of(parts.begin(), parts.end(), [](const Part& p) {
      return p.op == Edit::Op::same && p.text.find_first_not_of(' ') == std::string::npos;
    });
  }
  bool changed() const {
    return std::any_of(parts.begin(), parts.end(),
                       [](const Part& p) { return p.op != Edit::Op::same; });
  }
};

std::vector<Line> make_lines(const std::vector<Edit>& edits) {
  std::vector<Line> lines(1);
  for (const auto& edit : edits) {
    std::string text = sanitize(edit.text, LineEnds::keep);
    // Line ends alone are nothing to see, and without them the text went on.
    if (edit.op != Edit::Op::same && text.find_first_not_of('\n') == std::string::npos) {
      if (edit.op == Edit::Op::removed) text.clear();
      text.insert(0, "¶");
    }
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (begin > 0) lines.emplace_back();
      if (end > begin) lines.back().parts.push_back({edit.op, text.substr(begin, end - begin)});
      begin = end + 1;
    }
  }
  return lines;
}

class DiffPrinter {
 public:
  DiffPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out),
        full_(options.full),
        color_(use_color(options.color)),
        width_(stdout_is_terminal() ? terminal_width() : 0) {}

  void head(const char* sign, Edit::Op op, const NumberedVersion& version) {
    const auto& from = version.article.from;
    std::string text = fmt::format("{} {} {}", sign, version.called, version.number);
    if (!from.file.empty()) text += fmt::format(": {}, record {}", from.file, from.record);
    out_ << on(op) << sanitize(text) << off(op) << "\n";
  }

  void field(const FieldChange& change) {
    std::vector<Edit> edits;
    if (std::string_view(change.name) == "title")
      edits = word_diff(change.from, change.to);
    else
      edits = {{Edit::Op::removed, change.from}, {Edit::Op::added, change.to}};
    Line line{{{Edit::Op::same, std::string(change.name) + ": "}}};
    for (const auto& edit : edits)
      if (!edit.text.empty()) line.parts.push_back({edit.op, sanitize(edit.text)});
    print(line);
  }

  void text(const std::vector<Line>& lines);

 private:
  const char* on(Edit::Op op) const {
    if (!color_ || op == Edit::Op::same) return "";
    return op == Edit::Op::removed ? "\x1b[31m" : "\x1b[32m";
  }
  const char* off(Edit::Op op) const { return color_ && op != Edit::Op::same ? "\x1b[0m" : ""; }
  static std::string marked(const Line::Part& part);
  void print(const Line& line);

  std::ostream& out_;
  bool full_, color_;
  int width_;  // 0: lines are not wrapped
};

std::string DiffPrinter::marked(const Line::Part& part) {
  if (part.op == Edit::Op::same) return part.text;
  return part.op == Edit::Op::removed ? "[-" + part.text + "-]" : "{+" + part.text + "+}";
}

void DiffPrinter::print(const Line& line) {
  if (width_ == 0) {
    for (const auto& part : line.parts) out_ << on(part.op) << marked(part) << off(part.op);
    out_ << "\n";
    return;
  }
  std::vector<Piece> words;
  bool joined = false;  // to the word before
  for (const auto& part : line.parts) {
    const std::string text = marked(part);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      if (begin > 0) joined = false;
      if (end > begin) {
        if (!joined) words.emplace_back();
        joined = true;
        const std::string word = text.substr(begin, end - begin);
        words.back().shown += on(part.op) + word + off(part.op);
        words.back().width += display_width(word);
      }
      begin = end + 1;
    }
  }
  print_wrapped(out_, words, 0, 0, width_);
}

void DiffPrinter::text(const std::vector<Line>& lines) {
  std::vector<const Line*> paragraphs;
  for (const auto& line : lines)
    if (!line.empty()) paragraphs.push_back(&line);
  const auto changed = [&](std::size_t n) {
    return n < paragraphs.size() && paragraphs[n]->changed();
  };
  std::size_t n = 0, skipped = 0;
  bool gap = false, first = true;
  const auto tell_skipped = [&] {
    if (skipped > 0)
      out_ << (first ? "" : "\n") << "(" << skipped
           << (skipped == 1 ? " paragraph is the same)\n" : " paragraphs are the same)\n");
    gap = gap || skipped > 0;
    first = first && skipped == 0;
    skipped = 0;
  };
  for (const auto& line : lines) {
    if (line.empty()) {
      gap = true;
      continue;
    }
    const bool shown = full_ || changed(n) || changed(n + 1) || (n > 0 && changed(n - 1));
    ++n;
    if (!shown) {
      ++skipped;
      continue;
    }
    tell_skipped();
    if (gap && !first) out_ << "\n";
    print(line);
    gap = first = false;
  }
  tell_skipped();
}

}  // namespace

void print_diff_text(std::ostream& out, const PrintOptions& options, const NumberedVersion& from,
                     const NumberedVersion& to) {
  DiffPrinter printer(out, options);
  printer.head("---", Edit::Op::removed, from);
  printer.head("+++", Edit::Op::added, to);
  out << "\n";
  const auto fields = changed_fields(from.article, to.article);
  for (const auto& field : fields) printer.field(field);
  if (!fields.empty()) out << "\n";
  const bool same = from.article.text == to.article.text;
  if (same)
    out << (fields.empty() ? "title, date, author, section, url and text are the same\n"
                           : "the text is the same\n");
  if (!same || options.full)
    printer.text(make_lines(word_diff(from.article.text, to.article.text)));
}

}  // namespace news
