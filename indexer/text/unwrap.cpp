// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/unwrap.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace news {
namespace {

constexpr std::size_t kNarrowest = 40, kWidest = 130;  // columns that text is wrapped at
constexpr int kMinLines = 3;                           // what tells a column from chance

struct Line {
  std::string_view whole;  ///< without blanks at the end
  std::string_view text;   ///< without the indent
  std::size_t indent = 0;
  std::size_t width = 0;       ///< of the whole, in columns
  std::size_t first_word = 0;  ///< its width
  bool item = false;           ///< of a list: begins a line always
  bool alone = false;          ///< a row of a table, a quotation: is never joined
};

bool is_wide(unsigned char lead) {
  return lead >= 0xE3 && lead <= 0xED;  // roughly what stands in two columns: CJK
}

std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) n += is_wide(byte) ? 2 : 1;
  }
  return n;
}

bool is_item(std::string_view text) {
  for (const std::string_view mark : {"- ", "* ", "+ ", "• ", "– ", "— ", "o "})
    if (text.starts_with(mark)) return true;
  const auto digits = text.find_first_not_of("0123456789");
  return digits != text.npos && digits > 0 && digits < 3 &&
         (text[digits] == '.' || text[digits] == ')') && text.substr(digits + 1).starts_with(' ');
}

bool is_alone(std::string_view text) {
  if (text.starts_with('>') || text.starts_with('|')) return true;
  if (text.find('\t') != text.npos) return true;
  std::size_t gaps = 0;
  for (auto at = text.find("  "); at != text.npos; at = text.find("  ", at)) {
    at = text.find_first_not_of(' ', at);
    if (text[at - 3] != '.') ++gaps;  // typists put two after a sentence
  }
  return gaps >= 2;
}

/// Whether enough lines stand right below another; that shows that most texts are not wrapped.
bool may_be_wrapped(std::string_view text) {
  int breaks = 0;
  for (std::size_t at = 0; at < text.size() && breaks < kMinLines;) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at && end + 1 < text.size() && text[end + 1] != '\n') ++breaks;
    at = end + 1;
  }
  return breaks >= kMinLines;
}

Line read_line(std::string_view whole, bool measure) {
  Line line;
  line.whole = whole.substr(0, whole.find_last_not_of(" \t\r") + 1);
  line.indent = std::min(line.whole.find_first_not_of(" \t"), line.whole.size());
  line.text = line.whole.substr(line.indent);
  if (!measure) return line;
  if (line.whole.size() > kWidest * 4) {  // no column is that far, whatever the script
    line.width = line.whole.size();
    line.first_word = std::min(line.text.find(' '), line.text.size());
    return line;
  }
  line.width = columns(line.whole);
  line.first_word = columns(line.text.substr(0, line.text.find(' ')));
  line.item = is_item(line.text);
  line.alone = is_alone(line.text);
  return line;
}

/// `measure`: all of each, not only where it begins and ends.
std::vector<Line> read_lines(std::string_view text, bool measure) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(read_line(text.substr(at, end - at), measure));
    at = end + 1;
  }
  return lines;
}

/// Whether `next` may be the same paragraph's as the line before it.
bool continues(const Line& line, const Line& next) {
  if (line.text.empty() || next.text.empty() || line.alone || next.alone || next.item) return false;
  return next.indent <= line.indent || line.item;
}

bool is_full(const Line& line, const Line& next, std::size_t column) {
  return line.width + 1 + next.first_word > column;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The column that the text is wrapped at, 0 if it is not: the one that most lines fit in, but not
/// with the next line's first word.
std::size_t wrap_column(const std::vector<Line>& lines) {
  std::array<int, kWidest + 2> begins{};  // how many more lines fit from here on
  int breaks = 0, upper = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!continues(lines[i], lines[i + 1])) continue;
    ++breaks;
    upper += is_upper(lines[i + 1].text[0]);
    ++begins[std::min(lines[i].width, kWidest + 1)];
    --begins[std::min(lines[i].width + 1 + lines[i + 1].first_word, kWidest + 1)];
  }
  int most = 0, now = 0;
  std::size_t column = 0;
  for (std::size_t at = 0; at <= kWidest; ++at) {
    now += begins[at];
    if (at < kNarrowest || now <= most) continue;
    most = now;
    column = at;
  }
  // Headlines may happen to be of a length, but few sentences begin at the beginning of a line.
  const bool prose = upper * 3 <= breaks * 2;
  return prose && most >= kMinLines && most * 3 >= breaks ? column : 0;
}

void join(std::string& out, std::string_view next) {
  const auto lead = static_cast<unsigned char>(next[0]);
  const bool dash = out.ends_with('-') && !out.ends_with(" -") && !out.ends_with("--");
  // A hyphen stays: which words have one of their own nobody knows.
  if (!dash && !(is_wide(lead) && static_cast<unsigned char>(out.back()) >= 0x80)) out += ' ';
  out += next;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool ends_paragraph(const Line& line, const Line& next, std::size_t column) {
  return !is_full(line, next, column) && (line.text.ends_with('.') || line.text.ends_with(".\""));
}

/// Lines [begin, end), which may be one paragraph.
struct Group {
  std::size_t begin, end;
  bool wrapped;
};

/// Whether line i of a wrapped group goes on in the next one. A first line may be short, for want
/// of the dateline that stood before it.
bool is_joined(const std::vector<Line>& lines, std::size_t i, const Group& group,
               std::size_t column) {
  if (!group.wrapped || i + 1 >= group.end) return false;
  if (is_full(lines[i], lines[i + 1], column)) return true;
  return is_lower(lines[i + 1].text[0]) && (is_lower(lines[i].text.back()) || i == group.begin);
}

Group next_group(const std::vector<Line>& lines, std::size_t begin, std::size_t column) {
  Group group{begin, begin + 1, false};
  while (group.end < lines.size() && continues(lines[group.end - 1], lines[group.end]) &&
         !ends_paragraph(lines[group.end - 1], lines[group.end], column))
    ++group.end;
  std::size_t full = 0, breaks = group.end - begin - 1;
  if (column == 0 || breaks == 0) return group;
  for (std::size_t i = begin; i + 1 < group.end; ++i)
    full += is_full(lines[i], lines[i + 1], column);
  if (breaks > 1 && !is_full(lines[begin], lines[begin + 1], column)) --breaks;
  group.wrapped = full > 0 && full * 5 >= breaks * 4;
  return group;
}

void write(std::string& out, const std::vector<Line>& lines, const Group& group,
           std::size_t column) {
  const Line& first = lines[group.begin];
  const bool single = group.end - group.begin == 1;
  const bool paragraph =
      !first.alone && !first.item && (group.wrapped || (single && first.text.ends_with('.')));
  const bool indented = group.begin > 0 && !lines[group.begin - 1].text.empty() &&
                        first.indent > lines[group.begin - 1].indent;
  if (indented && paragraph) out += '\n';
  out += paragraph ? first.text : first.whole;
  for (std::size_t i = group.begin + 1; i < group.end; ++i) {
    if (is_joined(lines, i - 1, group, column)) {
      join(out, lines[i].text);
    } else {
      out.append(1, '\n').append(lines[i].whole);
    }
  }
}

}  // namespace

std::string unwrap_lines(std::string_view text) {
  if (!may_be_wrapped(text)) return std::string(text);
  const auto lines = read_lines(text, true);
  const std::size_t column = wrap_column(lines);
  if (column == 0) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t begin = 0; begin < lines.size();) {
    const Group group = next_group(lines, begin, column);
    if (begin > 0) out += '\n';
    write(out, lines, group, column);
    begin = group.end;
  }
  return out;
}

std::vector<std::string_view> split_paragraphs(std::string_view text) {
  const bool measure = may_be_wrapped(text);
  const auto lines = read_lines(text, measure);
  const std::size_t column = measure ? wrap_column(lines) : 0;
  std::vector<std::string_view> paragraphs;
  for (std::size_t begin = 0; begin < lines.size();) {
    const Group group = next_group(lines, begin, column);
    for (std::size_t i = begin; i < group.end; ++i) {
      const std::size_t first = i;
      while (is_joined(lines, i, group, column)) ++i;
      if (lines[i].text.empty()) continue;
      const char* start = lines[first].text.data();
      const char* stop = lines[i].text.data() + lines[i].text.size();
      paragraphs.emplace_back(start, static_cast<std::size_t>(stop - start));
    }
    begin = group.end;
  }
  return paragraphs;
}

}  // namespace news
