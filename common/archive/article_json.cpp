// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/article_json.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/io/json_writer.hpp"

namespace news {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

/// The article as `text` writes it; `blocks`: where in it what was left out of the article stands.
std::string json_object(const Article& a, std::string_view text, const std::vector<Range>& blocks) {
  JsonWriter json;
  json.begin_object().text("id", a.id).text("title", a.title).text("text", text);
  json.text_if("url", a.url).text_if("source", a.source).text_if("section", a.section);
  json.text_if("date", a.date_given);
  if (a.authors.size() == 1) json.text("author", a.authors[0]);
  if (a.authors.size() > 1) json.texts("author", a.authors);
  if (!a.language_detected) json.text_if("language", a.language);
  json.text_if("crawled", a.crawled);
  if (!blocks.empty()) {
    json.begin_array("boilerplate");
    for (const auto& [begin, end] : blocks)
      json.begin_array().number(begin).number(end).end_array();
    json.end_array();
  }
  // Fields that we did not recognise go back where they stood.
  if (a.extra.size() > 2) json.members(a.extra);
  return json.end_object().take();
}

/// Reads "[[1,2],[3,4]]", whatever blanks are in it.
std::optional<std::vector<Range>> read_ranges(std::string_view json) {
  std::string compact(json);
  std::erase_if(compact, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  std::string_view rest = compact;
  const auto skip = [&](char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  };
  const auto number = [&](std::size_t& n) {
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), n);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return error == std::errc{};
  };
  std::vector<Range> ranges;
  if (!skip('[')) return std::nullopt;
  do {
    Range range;
    if (!skip('[') || !number(range.first) || !skip(',') || !number(range.second) || !skip(']'))
      return std::nullopt;
    ranges.push_back(range);
  } while (skip(','));
  if (!skip(']') || !rest.empty()) return std::nullopt;
  return ranges;
}

bool cuts_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

std::string article_json(const Article& article) {
  return json_object(article, article.text, {});
}

std::string full_article_json(const Article& article) {
  if (article.boilerplate.empty()) return article_json(article);
  std::vector<Range> blocks;
  std::size_t left_out = 0;
  for (const auto& block : article.boilerplate) {
    const std::size_t begin = std::min<std::size_t>(block.at, article.text.size()) + left_out;
    left_out += block.text.size();
    blocks.emplace_back(begin, begin + block.text.size());
  }
  return json_object(article, restore_text(article), blocks);
}

bool take_boilerplate(Article& article, std::string_view json) {
  const auto ranges = read_ranges(json);
  if (!ranges) return false;
  const std::string& text = article.text;
  std::size_t last = 0;
  for (const auto& [begin, end] : *ranges) {
    if (begin < last || end <= begin || end > text.size() || cuts_character(text, begin) ||
        cuts_character(text, end))
      return false;
    last = end;
  }
  std::string kept;
  std::size_t at = 0;
  for (const auto& [begin, end] : *ranges) {
    kept.append(text, at, begin - at);
    article.boilerplate.push_back({kept.size(), text.substr(begin, end - begin)});
    at = end;
  }
  article.text = kept.append(text, at);
  return true;
}

}  // namespace news
