// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wiki_lines.hpp"

#include <algorithm>
#include <vector>

#include "common/text/ascii.hpp"

namespace news {
namespace {

class LineWriter {
 public:
  std::string write(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(out_);
  }

 private:
  struct Heading {
    std::size_t level;
    std::string text;
  };

  void line(std::string_view line) {
    const auto bare = trim(line);
    if (bare.empty() || bare.starts_with("----")) {
      out_ += "<p>\n";
    } else if (bare.size() > 2 && bare.front() == '=' && bare.back() == '=') {
      heading(bare);
    } else {
      const auto marks = std::min(bare.find_first_not_of("*#:;"), bare.size());
      if (trim(bare.substr(marks)).empty()) return;
      headings();
      if (marks > 0) out_ += bare.find_first_of("*#") < marks ? "<li>" : "<p>";
      without_marks(bare.substr(marks));
      if (marks > 0) out_ += bare.find_first_of("*#") < marks ? "</li>" : "<p>";
      out_ += '\n';
    }
  }

  void heading(std::string_view line) {
    constexpr std::size_t kMaxDepth = 6;
    const auto level = std::min({line.find_first_not_of('='), line.size() / 2, kMaxDepth});
    auto end = line.size();
    while (end > level && line[end - 1] == '=' && line.size() - end < level) --end;
    while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
    const auto text = trim(line.substr(level, end - level));
    if (!text.empty()) headings_.push_back({level, std::string(text)});
    out_ += "<p>\n";
  }

  /// Writes the headings that turned out to have text below them.
  void headings() {
    for (const auto& heading : headings_) {
      if (heading.text.empty()) continue;
      out_ += "<p>";
      without_marks(heading.text);
      out_ += "</p>\n";
    }
    for (auto& heading : headings_) heading.text.clear();
  }

  /// Leaves out runs of apostrophes, which mean bold and italic, and words such as __NOTOC__.
  void without_marks(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] == '\'' || text[i] == '_') {
        i += mark(text.substr(i));
      } else {
        out_ += text[i++];
      }
    }
  }

  /// Reads a run of apostrophes, or a magic word or run of underscores; gives its length.
  std::size_t mark(std::string_view text) {
    if (const auto word = magic_word(text); word > 0) return word;
    const auto run = std::min(text.find_first_not_of(text[0]), text.size());
    if (text[0] == '_' || run == 1)
      out_ += text.substr(0, run);
    else if (run == 4)
      out_ += '\'';
    return run;
  }

  static std::size_t magic_word(std::string_view text) {
    constexpr std::size_t kMaxLength = 32;
    if (!text.starts_with("__")) return 0;
    text = text.substr(0, kMaxLength + 2);
    const auto end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2);
    const bool closed = end != text.npos && end > 2 && text.substr(end).starts_with("__");
    return closed ? end + 2 : 0;
  }

  std::string out_;
  std::vector<Heading> headings_;  // open; those without text are written
};

}  // namespace

std::string wiki_lines_to_html(std::string_view text) {
  return LineWriter().write(text);
}

}  // namespace news
