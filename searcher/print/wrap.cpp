// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/wrap.hpp"

#include <algorithm>

#include "common/text/display.hpp"
#include "searcher/print/styles.hpp"

namespace news {
namespace {

constexpr const char* kMark = "\x1b[1;33m";

}  // namespace

std::vector<Piece> pieces(std::string_view text, const Marks& marks, bool color,
                          std::string_view style) {
  std::vector<Piece> out;
  const auto marked = [&](std::size_t at) {
    const auto next =
        std::upper_bound(marks.begin(), marks.end(), at,
                         [](std::size_t place, const auto& m) { return place < m.second; });
    return next != marks.end() && at >= next->first;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    if (text[begin] == ' ' || text[begin] == '\n') {
      ++begin;
      continue;
    }
    std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    std::string shown;
    for (std::size_t at = begin; at < end;) {
      const bool mark = marked(at);
      std::size_t next = at + 1;
      while (next < end && marked(next) == mark) ++next;
      const std::string part = sanitize(text.substr(at, next - at));
      shown += mark && color ? kMark + part + kOff + std::string(style) : part;
      at = next;
    }
    if (!style.empty()) shown = std::string(style) + shown + kOff;
    out.push_back({shown, display_width(sanitize(text.substr(begin, end - begin)))});
    begin = end;
  }
  return out;
}

void print_wrapped(std::ostream& out, const std::vector<Piece>& words, int first, int indent,
                   int width) {
  int column = first;
  out << std::string(static_cast<std::size_t>(first), ' ');
  for (const auto& word : words) {
    if (column > first && column + 1 + word.width > width) {
      out << '\n' << std::string(static_cast<std::size_t>(indent), ' ');
      column = first = indent;
    }
    if (column > first) {
      out << ' ';
      ++column;
    }
    out << word.shown;
    column += word.width;
  }
  out << '\n';
}

void print_lines(std::ostream& out, std::string_view text, int width, const Marks& marks) {
  auto mark = marks.begin();
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    Marks in_line;
    while (mark != marks.end() && mark->second <= begin) ++mark;
    for (auto m = mark; m != marks.end() && m->first < end; ++m)
      in_line.emplace_back(std::max(m->first, begin) - begin, std::min(m->second, end) - begin);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    // An indent marks a paragraph or a quotation; one as wide as the terminal marks nothing.
    const int indent = std::min(static_cast<int>(std::min<std::size_t>(blanks, 1000)), width / 2);
    if (blanks == line.size())
      out << '\n';
    else
      print_wrapped(out, pieces(line, in_line, true), indent, 0, width);
    begin = end + 1;
  }
}

}  // namespace news
