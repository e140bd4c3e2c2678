// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article_builder.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "common/archive/article_json.hpp"
#include "common/io/json_writer.hpp"
#include "indexer/input/path_pattern.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";

void drop_nuls(std::string& text) {
  if (text.find('\0') != std::string::npos) std::erase(text, '\0');
}

/// Tables written by pandas hold lists as Python prints them: ['Ann Lee', "Pat O'Neil"].
bool read_python_list(std::string_view text, std::vector<std::string>& out) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
  text = text.substr(1, text.size() - 2);
  std::vector<std::string> items;
  while (!is_blank(text)) {
    text.remove_prefix(text.find_first_not_of(kWhite));
    const char quote = text.front();
    if (quote != '\'' && quote != '"') return false;
    std::string item;
    std::size_t at = 1;
    for (; at < text.size() && text[at] != quote; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      item += text[at];
    }
    if (at >= text.size()) return false;
    items.push_back(std::move(item));
    text.remove_prefix(at + 1);
    text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
    if (!text.empty() && text.front() != ',') return false;
    if (!text.empty()) text.remove_prefix(1);
  }
  out = std::move(items);
  return true;
}

}  // namespace

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kWhite) == text.npos;
}

void tidy(std::string& text) {
  drop_nuls(text);
  text.erase(text.find_last_not_of(kWhite) + 1);
  text.erase(0, text.find_first_not_of(kWhite));
}

void ArticleBuilder::set(FieldMatch match, std::string_view name, FieldValue value,
                         std::string_view json) {
  Slot& target = slots_[static_cast<std::size_t>(match.field)];
  if (!target.value.empty()) {
    if (!target.json.empty())
      add_extra(target.name, target.json);
    else if (target.value.items.empty())
      add_extra_string(target.name, target.value.text);
    else
      add_extra(target.name, json_strings(target.value.items));
  }
  target = {match.rank, std::string(name), json, std::move(value)};
}

void ArticleBuilder::add_extra(std::string_view name, std::string_view json) {
  extra_ += extra_.empty() ? '{' : ',';
  append_json(extra_, name);
  extra_ += ':';
  const auto at = extra_.size();
  extra_ += json;
  if (json[0] != '{' && json[0] != '[') return;
  std::size_t size = 0;
  if (simdjson::minify(json.data(), json.size(), extra_.data() + at, size) == simdjson::SUCCESS) {
    extra_.resize(at + size);
  }
}

void ArticleBuilder::add_extra_string(std::string_view name, std::string_view value) {
  std::string json;
  append_json(json, value);
  add_extra(name, json);
}

void ArticleBuilder::set_boilerplate(std::string_view json) {
  if (!boilerplate_.empty()) return add_extra("boilerplate", json);
  boilerplate_ = json;
}

std::string ArticleBuilder::take(Field field) {
  std::string value = std::move(slots_[static_cast<std::size_t>(field)].value.text);
  const bool as_given = field == Field::title || field == Field::text || field == Field::source ||
                        field == Field::section;
  if (!as_given) tidy(value);
  drop_nuls(value);
  if (field != Field::text && is_blank(value)) value.clear();
  return value;
}

std::vector<std::string> ArticleBuilder::take_authors() {
  FieldValue value = std::move(slots_[static_cast<std::size_t>(Field::author)].value);
  if (!value.text.empty() && !read_python_list(value.text, value.items))
    value.items.push_back(std::move(value.text));
  for (auto& author : value.items) drop_nuls(author);
  std::erase_if(value.items, [](const std::string& author) { return is_blank(author); });
  return std::move(value.items);
}

std::string ArticleBuilder::take_extra() {
  if (!extra_.empty()) extra_ += '}';
  return std::move(extra_);
}

// Common Crawl's C4 has text, url and timestamp, which is when the page was fetched.
bool ArticleBuilder::is_dated_by_crawl() const {
  const Slot& date = slot(Field::date);
  return date.name == "timestamp" && date.rank > 0 && slot(Field::title).value.empty() &&
         !slot(Field::url).value.empty() && slot(Field::crawled).value.empty();
}

// From the address, else, where that was asked for, from the crawl.
void ArticleBuilder::find_other_date(Article& article, const InputOptions& options) {
  if (const std::string date = plain_date_in(article.url); !date.empty()) {
    article.date = parse_date(date);
    article.date_from = DateFrom::url;
    if (article.date_given.empty()) article.date_given = date;
  } else if (options.date_from_crawl) {
    article.date = parse_date(take(Field::crawled), options.day_month);
    if (article.date.dated()) article.date_from = DateFrom::crawl;
  }
}

Parsed ArticleBuilder::finish(Provenance from, const InputOptions& options) {
  Article article;
  article.title = take(Field::title);
  article.text = take(Field::text);
  if (article.title.empty() && is_blank(article.text))
    return Rejection{"no title or text", "no field is known as one (see --map)", std::move(from)};
  if (is_dated_by_crawl())
    std::swap(slots_[static_cast<std::size_t>(Field::date)],
              slots_[static_cast<std::size_t>(Field::crawled)]);
  if (const Slot& crawled = slot(Field::crawled); !crawled.value.empty()) {
    if (crawled.name == "crawled" && crawled.value.items.empty())
      article.crawled = one_line(crawled.value.text);
    else if (crawled.json.empty())
      add_extra_string(crawled.name, crawled.value.text);
    else
      add_extra(crawled.name, crawled.json);
  }
  article.id = take(Field::id);
  article.url = take(Field::url);
  article.source = take(Field::source);
  article.section = take(Field::section);
  article.language = language_code(take(Field::language));
  article.authors = take_authors();
  article.date_given = take(Field::date);
  article.date = parse_date(article.date_given, options.day_month);
  if (article.date.dated())
    article.date_from = date_from_;
  else
    find_other_date(article, options);
  if (!boilerplate_.empty() && !take_boilerplate(article, boilerplate_))
    add_extra("boilerplate", boilerplate_);
  article.extra = take_extra();
  article.from = std::move(from);
  return article;
}

}  // namespace news
