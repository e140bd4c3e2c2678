// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/revise/delete.hpp"

#include <limits>

#include "searcher/engine/query/parser.hpp"
#include "searcher/engine/search/searcher.hpp"

namespace news {
namespace {

/// Marks an article and what it replaced.
void mark(ArchiveEditor& editor, const Hit& hit, const std::string& id) {
  const auto& segments = editor.archive()->segments;
  auto& dead = editor.tombstones(segments[hit.segment]->info().name);
  dead.all.insert(hit.doc_id);
  dead.deleted.insert(hit.doc_id);
  for (const auto& segment : segments) {
    auto& others = editor.tombstones(segment->info().name);
    for (const DocId n : segment->find_versions(id))
      if (others.all.contains(n)) others.deleted.insert(n);
  }
}

std::vector<Hit> find(Searcher& searcher, const DeleteRequest& request, DeleteReport& report) {
  std::vector<Hit> hits;
  for (const auto& id : request.ids) {
    if (const auto hit = searcher.find(id))
      hits.push_back(*hit);
    else
      report.not_found.push_back(id);
  }
  if (request.query.empty()) return hits;
  SearchRequest all;
  all.query = parse_query(request.query);
  all.sort = Sort::oldest;  // needs no scores
  all.limit = std::numeric_limits<std::uint64_t>::max();
  auto found = searcher.search(all).hits;
  hits.insert(hits.end(), found.begin(), found.end());
  return hits;
}

}  // namespace

DeleteReport delete_articles(ArchiveEditor& editor, const DeleteRequest& request,
                             const std::function<void(const Article&)>& tell) {
  DeleteReport report;
  Searcher searcher(editor.path());
  for (const Hit& hit : find(searcher, request, report)) {
    const Segment& segment = *editor.archive()->segments[hit.segment];
    if (editor.tombstones(segment.info().name).all.contains(hit.doc_id)) continue;  // named twice
    const Article article = segment.article(hit.doc_id);
    ++report.articles;
    if (tell) tell(article);
    mark(editor, hit, article.id);
  }
  if (report.articles > 0 && !request.dry_run) editor.commit({});
  return report;
}

}  // namespace news
