// SPDX-License-Identifier: GPL-2.0-or-later
#include "library/result.hpp"

#include <fmt/format.h>

#include "library/newsarchive.h"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/search/snippet.hpp"

namespace news {
namespace {

Fields fields_of(const Article& article, const Archive& archive) {
  Fields out;
  out[NEWS_ID] = article.id;
  out[NEWS_TITLE] = article.title;
  out[NEWS_SOURCE] = article.source;
  out[NEWS_DATE] = format_date(article.date);
  out[NEWS_URL] = article.url;
  out[NEWS_AUTHOR] = fmt::format("{}", fmt::join(article.authors, "; "));
  out[NEWS_SECTION] = article.section;
  out[NEWS_LANGUAGE] = article.language;
  out[NEWS_ARCHIVE] = archive.path.string();
  return out;
}

LibraryResult::Item read_hit(Searcher& searcher, const Node& query, const Hit& hit, bool snippets) {
  const Archives& archives = searcher.archives();
  const Archive& archive = archives.of(hit.segment);
  if (!snippets)
    return {
        fields_of(archives.segments()[hit.segment]->fields(hit.doc_id), archive), hit.score, {}};
  const auto [article, matches] = searcher.read(query, hit);
  Snippet snippet = make_snippet(article, matches);
  LibraryResult::Item out{fields_of(article, archive), hit.score, std::move(snippet.matches)};
  out.fields[NEWS_SNIPPET] = std::move(snippet.text);
  return out;
}

}  // namespace

LibraryResult search_library(Searcher& searcher, const SearchRequest& request, bool snippets) {
  SearchResult found = searcher.search(request);
  LibraryResult out;
  out.query = to_string(request.query);
  out.total = found.total;
  out.stories = found.stories;
  out.facets = std::move(found.facets);
  out.hits.reserve(found.hits.size());
  for (const Hit& hit : found.hits)
    out.hits.push_back(read_hit(searcher, request.query, hit, snippets));
  return out;
}

std::optional<Fields> read_library(Searcher& searcher, std::string_view id) {
  const auto hit = searcher.find(id);
  if (!hit) return std::nullopt;
  const Article article = searcher.article(*hit);
  Fields out = fields_of(article, searcher.archives().of(hit->segment));
  out[NEWS_TEXT] = article.text;
  return out;
}

}  // namespace news
