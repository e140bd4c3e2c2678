// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/article.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "common/archive/article_json.hpp"
#include "common/text/display.hpp"
#include "searcher/print/styles.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

int text_width() {
  return stdout_is_terminal() ? terminal_width() : std::numeric_limits<int>::max();
}

/// Of one field, those within [begin, end), counted from begin.
Marks marks_of(const std::vector<Match>& matches, bool title, std::size_t begin, std::size_t end) {
  Marks out;
  for (const auto& m : matches)
    if (m.in_title == title && m.end > begin && m.begin < end)
      out.emplace_back(std::max(m.begin, begin) - begin, std::min(m.end, end) - begin);
  return out;
}

/// Line by line, those that were left out of the text dimmed.
void print_full_text(std::ostream& out, const Article& a, bool color,
                     const std::vector<Match>& matches) {
  bool in_line = false;
  const auto print = [&](std::string_view text, bool left_out, Marks marks) {
    if (in_line && text.starts_with('\n')) {
      text.remove_prefix(1);
      for (auto& m : marks) m = {m.first - 1, m.second - 1};
    }
    in_line = !text.ends_with('\n');
    if (!in_line) text.remove_suffix(1);  // print_lines() ends every line
    if (left_out && color) out << kDim;
    print_lines(out, text, text_width(), color ? marks : Marks());
    if (left_out && color) out << kOff;
  };
  std::string_view text = a.text;
  std::uint64_t at = 0;
  for (const auto& block : a.boilerplate) {
    const auto size = std::clamp(block.at, at, at + text.size()) - at;
    if (size > 0) print(text.substr(0, size), false, marks_of(matches, false, at, at + size));
    print(block.text, true, {});
    text.remove_prefix(size);
    at += size;
  }
  if (!text.empty()) print(text, false, marks_of(matches, false, at, at + text.size()));
}

// Where a date is not the publisher's own word, that is said.
std::string shown_date(const Article& a) {
  if (!a.date.dated()) return "undated";
  if (a.date_from <= DateFrom::field) return format_date(a.date);
  return fmt::format("{} (from the {})", format_date(a.date),
                     kDateFromNames[static_cast<std::size_t>(a.date_from)]);
}

std::string shown_origin(const Provenance& from) {
  if (from.file.empty()) return {};
  return fmt::format("{}, record {}, byte {}", from.file, from.record, from.offset);
}

void print_facts(std::ostream& out, const Article& a, const std::string& copies) {
  const std::pair<const char*, std::string> facts[] = {
      {"source", a.source},
      {"date", shown_date(a)},
      {"author", fmt::format("{}", fmt::join(a.authors, "; "))},
      {"section", a.section},
      {"language", a.language},
      {"url", a.url},
      {"crawled", a.crawled},
      {"id", a.id},
      {"from", shown_origin(a.from)},
      {"copies", copies}};
  for (const auto& [name, value] : facts)
    if (!value.empty()) out << name << ": " << sanitize(value) << "\n";
}

void print_title(std::ostream& out, const Article& a, const PrintOptions& options,
                 const Marks& marks) {
  const std::string link = use_links(options.links) ? begin_link(a.url) : std::string();
  out << link;
  if (marks.empty()) out << sanitize(a.title);
  const auto words = marks.empty() ? std::vector<Piece>() : pieces(a.title, marks, true);
  for (const auto& word : words) out << (&word == words.data() ? "" : " ") << word.shown;
  out << (link.empty() ? std::string_view() : kEndLink) << "\n\n";
}

void print_text(std::ostream& out, const Article& a, const PrintOptions& options,
                const std::vector<Match>& matches, const std::string& copies) {
  const bool color = use_color(options.color);
  print_title(out, a, options, color ? marks_of(matches, true, 0, a.title.size()) : Marks());
  print_facts(out, a, copies);
  out << "\n";
  const Marks marks = color ? marks_of(matches, false, 0, a.text.size()) : Marks();
  if (options.full && !a.boilerplate.empty() && (stdout_is_terminal() || color))
    print_full_text(out, a, color, matches);
  else if (options.full)
    out << sanitize(restore_text(a), LineEnds::keep) << "\n";
  else if (stdout_is_terminal() || !marks.empty())
    print_lines(out, a.text, text_width(), marks);
  else
    out << sanitize(a.text, LineEnds::keep) << "\n";
}

}  // namespace

void print_article(std::ostream& out, const Article& article, const PrintOptions& options,
                   const std::vector<Match>& matches, const std::string& copies) {
  if (options.format == Format::text) {
    print_text(out, article, options, matches, copies);
    return;
  }
  out << (options.full ? full_article_json(article) : article_json(article));
  if (options.line_end || options.format == Format::ndjson) out << '\n';
}

}  // namespace news
