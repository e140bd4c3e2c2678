// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/not_article.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/text/ascii.hpp"
#include "indexer/input/format.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxLines = 50;  // that are looked at
constexpr std::size_t kMaxWord = 40;
constexpr std::size_t kMinWords = 4;  // lines that make a list of words

constexpr std::array<std::string_view, 18> kNames = {
    "license", "licence", "copying",  "copyright",    "notice",       "readme",
    "about",   "authors", "makefile", "contributors", "contributing", "changelog",
    "robots",  "install", "stoplist", "stopwords",    "whitelist",    "code_of_conduct"};

struct Suffixes {
  std::string_view names;  // blanks around each
  std::string_view what;
};
constexpr std::array<Suffixes, 6> kSuffixes = {{
    {" mhtml mht ", "a web page with its pictures"},
    {" py ipynb r rmd jl pl rb sh bash bat ps1 c h cc cpp cxx hpp java scala kt go rs php js mjs "
     "ts "
     "lua sql css scss less vue cmake gradle ",
     "source code"},
    {" yaml yml toml ini cfg conf properties lock dtd xsd xsl xslt rng rnc proto graphql "
     "editorconfig ",
     "settings or a schema"},
    {" bib rst adoc tex sty cls man ", "documentation"},
    {" wkt geojson shp kml gpx parquet arrow feather avro npy npz pkl h5 db sqlite ", "data"},
    {" pdf ps png jpg jpeg gif bmp tif tiff webp svg ico mp3 mp4 m4a wav ogg avi mov webm mkv woff "
     "woff2 ttf otf eot exe dll so o a class jar pyc wasm swf ",
     "not text"},
}};

std::string_view base_name(std::string_view path) {
  return path.substr(path.find_last_of("/!") + 1);
}

/// The first lines that are not blank and are there whole.
std::vector<std::string_view> first_lines(std::string_view head) {
  std::vector<std::string_view> lines;
  const bool whole = head.size() < kDetectBytes;
  while (!head.empty() && lines.size() < kMaxLines) {
    const auto end = head.find('\n');
    if (end == head.npos && !whole) break;
    auto line = head.substr(0, end);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (!line.empty()) lines.push_back(line);
    head.remove_prefix(end == head.npos ? head.size() : end + 1);
  }
  return lines;
}

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) < line.size();) {
    const auto end = std::min(line.find_first_of(" \t", at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end;
  }
  return out;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789.-+eE") == word.npos &&
         word.find_first_of("0123456789") != word.npos;
}

/// Relevance judgements "301 0 FBIS3-10082 1", or a run "301 Q0 FBIS3-10082 1 12.5 name".
bool is_judgement(std::string_view line) {
  const auto w = words(line);
  if (w.size() == 4) return (is_number(w[1]) || w[1] == "Q0") && is_number(w[3]);
  return w.size() == 6 && (is_number(w[1]) || w[1] == "Q0") && is_number(w[3]) && is_number(w[4]);
}

/// The cells of "id<TAB>query", where the first is one short word; 0 if the line is something else.
std::size_t table_cells(std::string_view line) {
  const auto tab = line.find('\t');
  if (tab == line.npos || tab == 0 || tab > kMaxWord) return 0;
  if (line.substr(0, tab).find(' ') != line.npos) return 0;
  return 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

bool is_word(std::string_view line) {
  return line.size() <= kMaxWord && line.find_first_of(" \t.,;:!?\"") == line.npos;
}

bool is_code(std::string_view line) {
  for (const std::string_view end : {";", "{", "}", ").", "},", "],"})
    if (line.ends_with(end)) return true;
  return false;
}

template <typename Test>
bool all(const std::vector<std::string_view>& lines, Test test) {
  return std::all_of(lines.begin(), lines.end(), test);
}

}  // namespace

std::string_view not_article_by_name(std::string_view name) {
  const auto base = base_name(name);
  const auto suffix = ' ' + file_suffix(name) + ' ';
  if (suffix.size() > 2)
    for (const auto& [names, what] : kSuffixes)
      if (names.find(suffix) != names.npos) return what;
  const auto stem = base.substr(0, base.find('.'));
  // LICENSE-MIT is a licence, about-face is a story.
  const auto word = stem.substr(0, stem.find_first_of("-_ "));
  for (const std::string_view known : kNames)
    if (lower_case(stem) == known ||
        (lower_case(word) == known &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })))
      return "a file about the others, by its name";
  return {};
}

std::string_view not_article_by_content(std::string_view head) {
  if (head.starts_with("#!/") || head.starts_with("#! /")) return "a script";
  if (head.starts_with("%PDF-")) return "not text";
  const auto lines = first_lines(head);
  if (lines.empty()) return {};
  if (lines[0].starts_with("<top>") ||
      (lines[0].starts_with("<num>") && head.find("<title>") != head.npos))
    return "search topics";
  if (all(lines, is_judgement)) return "relevance judgements";
  const std::size_t cells = table_cells(lines[0]);
  if (cells > 0 && all(lines, [&](auto line) { return table_cells(line) == cells; }))
    return "a table without a header";
  if (lines.size() >= kMinWords && all(lines, is_word)) return "a list of words";
  const auto code = std::count_if(lines.begin(), lines.end(), is_code);
  if (lines.size() >= 10 && static_cast<std::size_t>(code) * 2 > lines.size()) return "source code";
  return {};
}

}  // namespace news
