// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wire_lines.hpp"

#include <algorithm>
#include <vector>

namespace news {
namespace {

constexpr std::size_t kWidest = 100;  // columns; longer lines were not wrapped by a terminal
constexpr std::size_t kNarrowest = 50;

struct Line {
  std::string_view text;  ///< without blanks at its end
  std::size_t indent = 0;
  std::size_t columns = 0;
  bool table = false;
  bool blank() const { return text.empty(); }
  std::string_view words() const { return text.substr(indent); }
};

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Whether columns stand apart: three blanks or a tab within the line, or dots that lead the eye.
/// A gap after a full stop is a typist's.
bool is_table(std::string_view words) {
  if (words.find("....") != words.npos || words.find('\t') != words.npos) return true;
  for (auto gap = words.find("   "); gap != words.npos; gap = words.find("   ", gap)) {
    if (gap == 0 || std::string_view(".!?").find(words[gap - 1]) == std::string_view::npos)
      return true;
    gap = std::min(words.find_first_not_of(' ', gap), words.size());
  }
  return false;
}

bool ends_sentence(std::string_view words) {
  const auto last = words.find_last_not_of("\"')");
  return last != words.npos && std::string_view(".!?:").find(words[last]) != std::string_view::npos;
}

bool is_item(std::string_view words) {
  return words.starts_with("- ") || words.starts_with("* ") || words.starts_with("-- ") ||
         words.starts_with("o ") || words.starts_with("\xE2\x80\xA2");
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    Line line{text.substr(0, end)};
    line.text = line.text.substr(0, line.text.find_last_not_of(" \t\r\f\v") + 1);
    line.indent = std::min(line.text.find_first_not_of(" \t"), line.text.size());
    line.columns = columns_of(line.text);
    line.table = is_table(line.words());
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The column at which the lines were wrapped; 0 when they were not.
std::size_t width_of(const std::vector<Line>& lines) {
  std::size_t width = 0;
  std::size_t long_ones = 0;
  std::size_t filled = 0;
  for (const Line& line : lines) {
    filled += !line.blank();
    if (line.columns > kWidest) {
      ++long_ones;
    } else if (!line.table) {
      width = std::max(width, line.columns);
    }
  }
  if (long_ones * 20 > filled) return 0;
  return std::max(width, kNarrowest);
}

class Unwrapper {
 public:
  explicit Unwrapper(std::size_t width) : width_(width) {}

  void add(const Line& line) {
    if (line.blank()) {
      flush();
      apart_ = true;
    } else if (line.table) {
      flush();
      row(line);
    } else if (paragraph_.empty() || begins_paragraph(line)) {
      flush();
      begin(line);
    } else {
      join(line);
    }
    last_ = line;
  }

  std::string take() {
    flush();
    flush_rows();
    return std::move(out_);
  }

 private:
  /// Whether the last line had no room for this one's first word, or nearly so.
  bool wrapped_here(const Line& line, std::size_t percent) const {
    const auto words = line.words();
    const auto word = columns_of(words.substr(0, words.find(' ')));
    return (last_.columns + 1 + word) * 100 > width_ * percent;
  }

  bool begins_paragraph(const Line& line) const {
    if (is_item(line.words()) && (item_ || !wrapped_here(line, 75))) return true;
    if (ends_sentence(last_.text) && !wrapped_here(line, 75)) return true;
    if (line.indent < 2 || (item_ && line.indent > last_.indent)) return false;
    if (line.indent != last_.indent) return line.indent > last_.indent;
    return ends_sentence(last_.text) || !wrapped_here(line, 90);
  }

  void begin(const Line& line) {
    paragraph_ = line.words();
    first_ = line;
    single_ = true;
    item_ = is_item(line.words());
  }

  void join(const Line& line) {
    const auto words = line.words();
    single_ = false;
    const char end = paragraph_.back();
    const bool hyphen =
        end == '-' && paragraph_.size() > 1 && !is_dash(words) &&
        std::string_view(" -").find(paragraph_[paragraph_.size() - 2]) == std::string_view::npos;
    if (!wrapped_here(line, 75)) {
      paragraph_ += '\n';
    } else if (!hyphen) {
      paragraph_ += ' ';
    }
    paragraph_ += words;
  }

  static bool is_dash(std::string_view words) { return words.starts_with('-'); }

  void row(const Line& line) {
    if (apart_) flush_rows();
    if (rows_.empty()) below_item_ = after_item_ && !apart_ && is_item(line.words());
    apart_ = false;
    rows_.push_back(line);
  }

  /// A line alone that breaks off is a row of a list, not a paragraph.
  void flush() {
    if (paragraph_.empty()) return;
    const bool alone = single_ && !ends_sentence(paragraph_) && first_.columns * 4 < width_ * 3;
    if (alone || (single_ && item_)) {
      row(first_);
    } else {
      flush_rows();
      put(paragraph_, item_ && after_item_ && !apart_ ? "\n" : "\n\n");
      after_item_ = item_;
      apart_ = false;
    }
    paragraph_.clear();
  }

  /// Rows keep their distance from each other, but not the margin they share.
  void flush_rows() {
    if (rows_.empty()) return;
    std::size_t margin = kWidest;
    for (const Line& line : rows_) margin = std::min(margin, line.indent);
    std::string table;
    for (const Line& line : rows_) {
      if (!table.empty()) table += '\n';
      table += line.text.substr(margin);
    }
    put(table, below_item_ ? "\n" : "\n\n");
    after_item_ = is_item(rows_.back().words());
    rows_.clear();
  }

  void put(std::string_view block, std::string_view separator) {
    if (!out_.empty()) out_ += separator;
    out_ += block;
  }

  const std::size_t width_;
  std::string out_;
  std::string paragraph_;
  std::vector<Line> rows_;
  Line first_, last_;
  bool single_ = false;
  bool item_ = false;
  bool after_item_ = false;
  bool below_item_ = false;  ///< the rows go on with a list
  bool apart_ = false;
};

/// Lines as they are, but for blanks at their ends and blank lines in a row.
std::string as_is(const std::vector<Line>& lines) {
  std::string out;
  bool apart = false;
  for (const Line& line : lines) {
    if (!line.blank()) {
      if (!out.empty()) out += apart ? "\n\n" : "\n";
      out += line.text;
    }
    apart = line.blank();
  }
  return out;
}

}  // namespace

std::string unwrap_wire(std::string_view text) {
  const auto lines = lines_of(text);
  const auto width = width_of(lines);
  if (width == 0) return as_is(lines);
  Unwrapper unwrapper(width);
  for (const Line& line : lines) unwrapper.add(line);
  return unwrapper.take();
}

}  // namespace news
