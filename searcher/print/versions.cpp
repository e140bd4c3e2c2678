// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/display.hpp"
#include "common/text/utf8.hpp"
#include "searcher/print/json_document.hpp"

namespace news {
namespace {

constexpr int kMinWidth = 60;
constexpr int kWidestId = 24;

using Row = std::array<std::string, 6>;
enum Cell { number, date, words, from, id, title };

/// `utf8` cut in front: what tells two places of input apart stands at their ends.
std::string fit_end(const std::string& utf8, int columns) {
  int left = display_width(utf8);
  if (left <= columns) return utf8;
  std::size_t at = 0;
  while (at < utf8.size() && left > columns - 1) {
    const std::size_t length = decode_utf8(utf8, at).length;
    left -= display_width(std::string_view(utf8).substr(at, length));
    at += length;
  }
  return "…" + utf8.substr(at);
}

std::string shown_origin(const Provenance& from) {
  return from.file.empty() ? "" : fmt::format("{}:{}", sanitize(from.file), from.record);
}

std::uint32_t count_words(const Archives& archives, const Hit& hit) {
  return archives.segments()[hit.segment]->text_words()[hit.doc_id];
}

Article read(const Archives& archives, const Hit& hit) {
  return archives.segments()[hit.segment]->article(hit.doc_id);
}

void write_version(JsonWriter& json, const Archives& archives, const Version& version,
                   std::size_t number) {
  const Article a = read(archives, version.hit);
  json.begin_object().number("version", number).boolean("live", version.live).text("id", a.id);
  json.text_if("date", format_date(a.date)).text_if("url", a.url);
  if (!a.from.file.empty()) json.text("file", a.from.file).number("record", a.from.record);
  json.number("words", count_words(archives, version.hit)).text("title", a.title).end_object();
}

std::vector<Row> make_rows(const Archives& archives, const std::vector<Version>& versions) {
  std::vector<Row> rows = {{" #", "date", "words", "file:record", "id", "title"}};
  std::size_t newest = 0, n = 0;
  for (const auto& version : versions)
    if (++n; version.live) newest = n;
  n = 0;
  for (const auto& version : versions) {
    const Article a = read(archives, version.hit);
    const bool mark = ++n == newest;
    rows.push_back({fmt::format("{}{}", mark ? '*' : ' ', n),
                    a.date.dated() ? format_date(a.date) : "undated",
                    std::to_string(count_words(archives, version.hit)), shown_origin(a.from),
                    sanitize(a.id), a.title.empty() ? "(no title)" : sanitize(a.title)});
  }
  return rows;
}

void print_table(std::ostream& out, const PrintOptions& options, std::vector<Row> rows) {
  const bool one_id = std::all_of(rows.begin() + 1, rows.end(),
                                  [&](const Row& row) { return row[id] == rows[1][id]; });
  std::array<int, 6> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i]));
  widths[id] = one_id ? -2 : std::min(widths[id], kWidestId);
  const int rest = std::max(terminal_width(), kMinWidth) - widths[number] - widths[date] -
                   widths[words] - widths[id] - 10;
  widths[from] = std::min(widths[from], std::max(rest / 2, rest - widths[title]));
  const bool color = use_color(options.color);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const Row& row = rows[n];
    const bool bold = color && (n == 0 || row[number].starts_with('*'));
    out << (bold ? "\x1b[1m" : "") << pad_end(row[number], widths[number]) << "  "
        << pad_end(row[date], widths[date]) << "  " << pad_start(row[words], widths[words]) << "  "
        << pad_end(fit_end(row[from], widths[from]), widths[from]) << "  ";
    if (!one_id) out << pad_end(fit(row[id], widths[id]), widths[id]) << "  ";
    out << fit(row[title], rest - widths[from]) << (bold ? "\x1b[0m" : "") << "\n";
  }
}

}  // namespace

void print_versions(std::ostream& out, const PrintOptions& options, const std::string& id,
                    const Archives& archives, const std::vector<Version>& versions) {
  if (options.format == Format::text) {
    print_table(out, options, make_rows(archives, versions));
    out << "\n* the newest that a search finds\n";
    return;
  }
  JsonWriter json;
  const bool lines = options.format == Format::ndjson;
  if (!lines) json.begin_object().number("schema", 1).text("id", id).begin_array("versions");
  for (std::size_t n = 0; n < versions.size(); ++n) {
    write_version(json, archives, versions[n], n + 1);
    if (lines) json.end_line();
    out << json.take();
  }
  if (!lines) out << finished(json.end_array().end_object(), options.line_end);
}

}  // namespace news
