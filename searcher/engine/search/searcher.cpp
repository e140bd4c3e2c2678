// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/search/searcher.hpp"

#include <chrono>
#include <optional>

#include "searcher/engine/facets/facets.hpp"
#include "searcher/engine/ranking/expansion.hpp"
#include "searcher/engine/ranking/rank.hpp"
#include "searcher/engine/search/explain.hpp"
#include "searcher/engine/search/highlight.hpp"
#include "searcher/engine/stories/group.hpp"
#include "searcher/engine/stories/story_index.hpp"

namespace news {
namespace {

class Stopwatch {
 public:
  /// Milliseconds since the last lap.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::milli> passed = now - start_;
    start_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::uint64_t size_of(const std::vector<ArticleSet>& matched) {
  std::uint64_t size = 0;
  for (const auto& set : matched) size += set.size();
  return size;
}

void keep_only(std::vector<ArticleSet>& matched, const Searcher::Keep& keep) {
  for (std::uint32_t segment = 0; segment < matched.size(); ++segment) {
    ArticleSet kept(matched[segment].universe());
    matched[segment].for_each([&](DocId n) {
      if (keep(segment, n)) kept.add(n);
    });
    matched[segment] = std::move(kept);
  }
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(std::span<const std::string> paths) : archives(paths), stories(archives) {
    for (Segment* const segment : archives.segments())
      matchers.push_back(std::make_unique<SegmentMatcher>(*segment, 5000));
    ranker.emplace(matchers);
  }
  // The query with words of its best articles; `matched` grows when that is asked for.
  QueryTerms expand(const SearchRequest& request, std::vector<ArticleSet>& matched,
                    SearchResult& result) {
    QueryTerms query = collect_terms(request.query, matchers);
    SearchRequest first;
    first.limit = kFeedbackArticles;
    result.expansion = expansion_words(matchers, ranker->statistics(),
                                       ranker->rank(query, first, matched, size_of(matched)));
    add_words(result.expansion, query);
    if (request.widen)
      for (std::size_t s = 0; s < matchers.size(); ++s)
        for (const auto& word : result.expansion)
          matched[s] |= matchers[s]->postings().get(word.name).live();
    return query;
  }
  std::vector<ArticleSet> match(const Node& query, std::uint32_t max_expansions) {
    std::vector<ArticleSet> out;
    for (const auto& matcher : matchers) {
      matcher->reset(max_expansions);
      out.push_back(matcher->match(query));
    }
    return out;
  }
  Archives archives;
  StoryIndex stories;
  std::vector<std::unique_ptr<SegmentMatcher>> matchers;
  std::optional<Ranker> ranker;
};

Searcher::Searcher(std::span<const std::string> archives) : impl_(new Impl(archives)) {}
Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) {
  return search(request, {});
}

SearchResult Searcher::search(const SearchRequest& request, const Keep& keep) {
  SearchResult result;
  result.revisions = impl_->archives.revisions();
  Stopwatch watch;
  auto matched = impl_->match(request.query, request.max_expansions);
  if (keep) keep_only(matched, keep);
  std::optional<QueryTerms> expanded;
  result.expanded = request.expand;
  if (request.expand) expanded = impl_->expand(request, matched, result);
  result.times.match = watch.lap();
  SearchRequest page = request;
  take_page(result, request, impl_->stories, matched,
            [&](std::uint64_t offset, std::uint64_t limit) {
              page.offset = offset;
              page.limit = limit;
              return expanded ? impl_->ranker->rank(*expanded, page, matched, result.total)
                              : impl_->ranker->rank(page, matched, result.total);
            });
  result.times.rank = watch.lap();
  for (const Facet facet : request.facets)
    result.facets.push_back(
        count_facet(facet, {impl_->matchers, matched, impl_->stories}, request.facet_limit));
  result.times.facets = watch.lap();
  return result;
}

std::uint64_t Searcher::count(const Node& query, std::uint32_t max_expansions) {
  std::uint64_t total = 0;
  for (const auto& set : impl_->match(query, max_expansions)) total += set.size();
  return total;
}

std::vector<ArticleSet> Searcher::match(const Node& query, std::uint32_t max_expansions) {
  return impl_->match(query, max_expansions);
}

Article Searcher::article(const Hit& hit) const {
  return impl_->archives.segments()[hit.segment]->article(hit.doc_id);
}

std::optional<Hit> Searcher::find(std::string_view id) const {
  for (std::uint32_t s = 0; s < impl_->archives.segments().size(); ++s) {
    const auto& segment = *impl_->archives.segments()[s];
    if (const auto n = segment.find_id(id); n && segment.live().contains(*n)) return Hit{s, *n, 0};
  }
  return std::nullopt;
}

Searcher::Found Searcher::read(const Node& query, const Hit& hit) {
  auto& document = impl_->matchers[hit.segment]->document();
  const Node* asked[] = {&query};
  document.prepare(asked);
  document.open(hit.doc_id);
  auto matches = find_matches(query, document);
  return {std::move(document.written().article), std::move(matches)};
}

std::vector<ExplainedNode> Searcher::explain(const Node& query, std::uint32_t max_expansions) {
  return explain_query(query, impl_->matchers, max_expansions);
}

std::vector<Suggestion> Searcher::suggest(const Node& query) {
  return suggest_words(query, impl_->matchers);
}

const Archives& Searcher::archives() const {
  return impl_->archives;
}

const StoryIndex& Searcher::stories() const {
  return impl_->stories;
}

std::vector<std::unique_ptr<SegmentMatcher>>& Searcher::segments() {
  return impl_->matchers;
}

}  // namespace news
