// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/article.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "common/archive/article_json.hpp"
#include "common/raw_record.hpp"
#include "searcher/print/wrap.hpp"

namespace news {
namespace {

/// Line by line, those that were left out of the text dimmed.
void print_full_text(std::ostream& out, const Article& a, bool color) {
  constexpr const char* kDim = "\x1b[2m";
  constexpr const char* kOff = "\x1b[0m";
  const int width = stdout_is_terminal() ? terminal_width() : std::numeric_limits<int>::max();
  bool in_line = false;
  const auto print = [&](std::string_view text, bool left_out) {
    if (in_line && text.starts_with('\n')) text.remove_prefix(1);
    in_line = !text.ends_with('\n');
    if (!in_line) text.remove_suffix(1);  // print_lines() ends every line
    if (left_out && color) out << kDim;
    print_lines(out, sanitize(text, true), width);
    if (left_out && color) out << kOff;
  };
  std::string_view text = a.text;
  std::uint64_t at = 0;
  for (const auto& block : a.boilerplate) {
    const auto size = std::clamp(block.at, at, at + text.size()) - at;
    if (size > 0) print(text.substr(0, size), false);
    print(block.text, true);
    text.remove_prefix(size);
    at += size;
  }
  if (!text.empty()) print(text, false);
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

void print_facts(std::ostream& out, const Article& a) {
  const std::pair<const char*, std::string> facts[] = {
      {"source", a.source},
      {"date", shown_date(a)},
      {"author", fmt::format("{}", fmt::join(a.authors, "; "))},
      {"section", a.section},
      {"language", a.language},
      {"url", a.url},
      {"crawled", a.crawled},
      {"id", a.id},
      {"from", shown_origin(a.from)}};
  for (const auto& [name, value] : facts)
    if (!value.empty()) out << name << ": " << sanitize(value, false) << "\n";
}

void print_text(std::ostream& out, const Article& a, const SearcherOptions& options) {
  const std::string link = use_links(options.links) ? begin_link(a.url) : std::string();
  out << link << sanitize(a.title, false) << (link.empty() ? std::string_view() : kEndLink)
      << "\n\n";
  print_facts(out, a);
  out << "\n";
  if (options.full && !a.boilerplate.empty() && (stdout_is_terminal() || use_color(options.color)))
    print_full_text(out, a, use_color(options.color));
  else if (options.full)
    out << sanitize(restore_text(a), true) << "\n";
  else if (stdout_is_terminal())
    print_lines(out, sanitize(a.text, true), terminal_width());
  else
    out << sanitize(a.text, true) << "\n";
}

}  // namespace

void print_article(std::ostream& out, const Article& article, const SearcherOptions& options) {
  if (options.raw)
    out << read_raw_record(article.from);
  else if (options.format != "text")
    out << (options.full ? full_article_json(article) : article_json(article)) << "\n";
  else
    print_text(out, article, options);
}

}  // namespace news
