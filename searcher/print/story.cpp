// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/story.hpp"

#include <fmt/format.h>

#include "common/io/json_writer.hpp"
#include "searcher/print/json_document.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

std::string seconds_text(const std::optional<Lag>& lag) {
  return lag ? std::to_string(lag->seconds) : "";
}

void write_lag(JsonWriter& json, std::string_view key, const std::optional<Lag>& lag) {
  if (lag) json.raw(key, seconds_text(lag));
}

void write_article(JsonWriter& json, const Story& story, const StoryArticle& item,
                   bool names_archive) {
  const Article& a = item.article;
  json.begin_object().text("id", a.id).text_if("date", format_date(a.date));
  json.text_if("source", a.source).text_if("title", a.title).text_if("url", a.url);
  if (names_archive) json.text("archive", story.archive);
  write_lag(json, "lag_seconds", item.lag);
  json.number("words", item.changes.words);
  json.boolean("title_changed", item.changes.title);
  json.boolean("author_changed", item.changes.author);
  json.boolean("text_changed", item.changes.text);
  json.number("words_added", item.changes.added);
  json.number("words_removed", item.changes.removed).end_object();
}

void write_source(JsonWriter& json, const SourceLag& lags) {
  json.begin_object().text("source", lags.source).number("articles", lags.articles);
  write_lag(json, "first_lag_seconds", lags.first);
  write_lag(json, "last_lag_seconds", lags.last);
  json.end_object();
}

std::string story_json(const Story& story, const PrintOptions& options) {
  JsonWriter json;
  json.begin_object().number("schema", 1).text("id", story.asked);
  json.text("story", story.articles.front().article.id);
  write_revisions(json, story.revisions);
  json.number("total", story.articles.size()).begin_array("articles");
  for (const auto& item : story.articles) write_article(json, story, item, options.names_archive);
  json.end_array().begin_array("sources");
  for (const auto& lags : lags_by_source(story)) write_source(json, lags);
  json.end_array().end_object();
  return finished(json, options.line_end);
}

void print_table(std::ostream& out, TableFormat format, const Story& story) {
  out << table_row(format,
                   {"id", "date", "source", "title", "url", "lag_seconds", "words", "title_changed",
                    "author_changed", "text_changed", "words_added", "words_removed"});
  const auto truth = [](bool value) { return value ? "1" : "0"; };
  for (const auto& [article, lag, changes] : story.articles)
    out << table_row(format, {article.id, format_date(article.date), article.source, article.title,
                              article.url, seconds_text(lag), std::to_string(changes.words),
                              truth(changes.title), truth(changes.author), truth(changes.text),
                              std::to_string(changes.added), std::to_string(changes.removed)});
}

}  // namespace

void print_story(std::ostream& out, const PrintOptions& options, const Story& story) {
  JsonWriter json;
  switch (options.format) {
    case Format::text:
      print_story_text(out, options, story);
      break;
    case Format::json:
      out << story_json(story, options);
      break;
    case Format::ndjson:
      for (const auto& item : story.articles) {
        write_article(json, story, item, options.names_archive);
        out << json.end_line().take();
      }
      break;
    default:
      print_table(out, table_format(options.format), story);
  }
}

}  // namespace news
