// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/story.hpp"

#include <fmt/format.h>

#include "common/io/json_writer.hpp"
#include "searcher/print/archives.hpp"
#include "searcher/print/table.hpp"

namespace news {
namespace {

std::string seconds_text(const std::optional<Lag>& lag) {
  return lag ? std::to_string(lag->seconds) : "";
}

void add_lag(JsonObject& out, std::string_view key, const std::optional<Lag>& lag) {
  if (lag) out.raw(key, seconds_text(lag));
}

std::string json_article(const Story& story, const StoryArticle& item, bool with_archive) {
  const Article& a = item.article;
  const auto truth = [](bool value) { return value ? "true" : "false"; };
  JsonObject out;
  out.text("id", a.id).text_if("date", format_date(a.date)).text_if("source", a.source);
  out.text_if("title", a.title).text_if("url", a.url);
  if (with_archive) out.text("archive", story.archive);
  add_lag(out, "lag_seconds", item.lag);
  out.number("words", item.changes.words);
  out.raw("title_changed", truth(item.changes.title));
  out.raw("author_changed", truth(item.changes.author));
  out.raw("text_changed", truth(item.changes.text));
  return out.number("words_added", item.changes.added)
      .number("words_removed", item.changes.removed)
      .str();
}

std::string json_source(const SourceLag& lags) {
  JsonObject out;
  out.text("source", lags.source).number("articles", lags.articles);
  add_lag(out, "first_lag_seconds", lags.first);
  add_lag(out, "last_lag_seconds", lags.last);
  return out.str();
}

void print_json(std::ostream& out, const Story& story, bool with_archive) {
  JsonObject object;
  object.number("schema", 1).text("id", story.asked);
  object.text("story", story.articles.front().article.id);
  json_revisions(object, story.revisions);
  object.number("total", story.articles.size());
  std::string articles, sources;
  for (const auto& item : story.articles)
    articles += (articles.empty() ? "" : ",") + json_article(story, item, with_archive);
  for (const auto& lags : lags_by_source(story))
    sources += (sources.empty() ? "" : ",") + json_source(lags);
  out << object.raw("articles", "[" + articles + "]").raw("sources", "[" + sources + "]").str()
      << "\n";
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

void print_story(std::ostream& out, const SearcherOptions& options, const Story& story) {
  const bool with_archive = options.archives.size() > 1;
  if (options.format == "text") {
    print_story_text(out, options, story);
  } else if (options.format == "json") {
    print_json(out, story, with_archive);
  } else if (options.format == "ndjson") {
    for (const auto& item : story.articles) out << json_article(story, item, with_archive) << "\n";
  } else {
    print_table(out, table_format(options.format), story);
  }
}

}  // namespace news
