// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "common/io/json_writer.hpp"
#include "common/text/display.hpp"

namespace news {
namespace {

constexpr std::size_t kShownSources = 40, kShownGaps = 4;

void count_article(SourceCoverage& source, std::int64_t packed) {
  const Date date = unpack_date(packed);
  ++source.articles;
  if (!date.dated())
    ++source.undated;
  else if (date.month == 0)
    ++source.by_year;
  else
    ++source.months[date.year * 12 + date.month - 1];
}

std::string gap_text(const std::pair<Month, Month>& gap) {
  const std::string first = format_month(gap.first);
  return gap.first == gap.second ? first : first + "–" + format_month(gap.second);
}

std::string gaps_text(const SourceCoverage& source) {
  const auto gaps = source.gaps();
  std::string out;
  for (std::size_t i = 0; i < std::min(gaps.size(), kShownGaps); ++i)
    out += (i > 0 ? ", " : "") + gap_text(gaps[i]);
  if (gaps.size() > kShownGaps) out += fmt::format(" and {} more", gaps.size() - kShownGaps);
  return out.empty() ? "none" : out;
}

std::string pad(std::string_view text, std::size_t width) {
  const auto columns = static_cast<int>(width);
  return pad_end(fit(text, columns), columns);
}

std::string source_line(const SourceCoverage& s, std::size_t width) {
  std::string span = "–";
  if (!s.months.empty())
    span = format_month(s.months.begin()->first) + " to " + format_month(s.months.rbegin()->first);
  const std::string name = sanitize(s.source.empty() ? "(no source)" : s.source);
  return pad(name, width) + fmt::format("  {:>9}  {:>8}  {}  {:>6}  {}\n", s.articles,
                                        s.undated + s.by_year, pad(span, 18), s.months.size(),
                                        gaps_text(s));
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

}  // namespace

std::string format_month(Month month) {
  return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

std::vector<std::pair<Month, Month>> SourceCoverage::gaps() const {
  std::vector<std::pair<Month, Month>> out;
  if (months.empty()) return out;
  Month last = months.begin()->first;
  for (const auto& [month, count] : months) {
    if (month > last + 1) out.emplace_back(last + 1, month - 1);
    last = month;
  }
  return out;
}

Coverage measure_coverage(const Archive& archive) {
  std::map<std::string, SourceCoverage> sources;
  Coverage out;
  for (const auto& segment : archive.segments) {
    std::vector<SourceCoverage> of_code(segment->values(Column::source).size() + 1);
    std::vector<std::uint64_t> of_language(segment->values(Column::language).size() + 1);
    const auto codes = segment->codes(Column::source), languages = segment->codes(Column::language);
    segment->live().for_each([&](DocId n) {
      if (codes[n] < of_code.size()) count_article(of_code[codes[n]], segment->dates()[n]);
      if (languages[n] < of_language.size()) ++of_language[languages[n]];
    });
    const auto value = [&](Column column, std::size_t code) {
      return code == 0 ? std::string()
                       : segment->values(column).at(static_cast<std::uint32_t>(code - 1));
    };
    for (std::size_t code = 0; code < of_code.size(); ++code) {
      if (of_code[code].articles == 0) continue;
      auto& source = sources[value(Column::source, code)];
      source.articles += of_code[code].articles;
      source.undated += of_code[code].undated;
      source.by_year += of_code[code].by_year;
      for (const auto& [month, count] : of_code[code].months) source.months[month] += count;
    }
    for (std::size_t code = 0; code < of_language.size(); ++code)
      if (of_language[code] > 0) out.languages[value(Column::language, code)] += of_language[code];
  }
  for (auto& [name, source] : sources) {
    source.source = name;
    out.sources.push_back(std::move(source));
  }
  std::stable_sort(out.sources.begin(), out.sources.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return out;
}

std::string coverage_text(const Coverage& coverage) {
  std::size_t width = 6;
  const std::size_t shown = std::min(coverage.sources.size(), kShownSources);
  for (std::size_t i = 0; i < shown; ++i)
    width = std::max(width, static_cast<std::size_t>(display_width(coverage.sources[i].source)));
  width = std::min<std::size_t>(std::max<std::size_t>(width, 11), 40);
  std::string out =
      pad("source", width) + "   articles   undated  from, to            months  gaps\n";
  for (std::size_t i = 0; i < shown; ++i) out += source_line(coverage.sources[i], width);
  if (shown < coverage.sources.size())
    out += fmt::format("… and {} more sources; --format csv or json has them all\n",
                       coverage.sources.size() - shown);
  std::uint64_t articles = 0;
  for (const auto& [language, count] : coverage.languages) articles += count;
  std::vector<std::pair<std::uint64_t, std::string>> languages;
  for (const auto& [language, count] : coverage.languages)
    languages.emplace_back(count, language.empty() ? "unknown" : language);
  std::sort(languages.rbegin(), languages.rend());
  out += "\nlanguages  ";
  for (std::size_t i = 0; i < std::min<std::size_t>(languages.size(), 12); ++i)
    out += fmt::format(
        "{}{} {} ({:.1f} %)", i > 0 ? ", " : "", languages[i].second, languages[i].first,
        100.0 * static_cast<double>(languages[i].first) / static_cast<double>(articles));
  if (languages.size() > 12) out += fmt::format(" and {} more", languages.size() - 12);
  return out + "\n";
}

std::string coverage_json(const Coverage& coverage) {
  JsonWriter json;
  json.begin_object().number("schema", 1).begin_array("sources");
  for (const auto& s : coverage.sources) {
    json.begin_object().text("source", s.source).number("articles", s.articles);
    json.number("undated", s.undated).number("year_only", s.by_year).begin_object("months");
    for (const auto& [month, count] : s.months) json.number(format_month(month), count);
    json.end_object().begin_array("gaps");
    for (const auto& [first, last] : s.gaps())
      json.begin_array().text(format_month(first)).text(format_month(last)).end_array();
    json.end_array().end_object();
  }
  json.end_array().begin_object("languages");
  for (const auto& [language, count] : coverage.languages) json.number(language, count);
  return json.end_object().end_object().end_line().take();
}

std::string coverage_csv(const Coverage& coverage) {
  std::string out = "source,month,articles\n";
  for (const auto& s : coverage.sources) {
    const std::string name = csv_cell(s.source);
    auto it = s.months.begin();
    for (Month month = it == s.months.end() ? 0 : it->first; it != s.months.end(); ++month) {
      const bool some = it->first == month;
      out += fmt::format("{},{},{}\n", name, format_month(month), some ? it->second : 0);
      if (some) ++it;
    }
    if (s.by_year > 0) out += fmt::format("{},year only,{}\n", name, s.by_year);
    if (s.undated > 0) out += fmt::format("{},undated,{}\n", name, s.undated);
  }
  return out;
}

}  // namespace news
