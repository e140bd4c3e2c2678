// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/search.hpp"

#include <chrono>

#include "searcher/explain.hpp"
#include "searcher/facets.hpp"
#include "searcher/highlight.hpp"
#include "searcher/rank.hpp"

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

// Sets the scores of a search back to zero, however it ends: cheaper than clearing all of them.
struct ScoreCleaner {
  std::vector<std::vector<double>>& scores;
  const std::vector<ArticleSet>& matched;
  ~ScoreCleaner() {
    for (std::size_t s = 0; s < matched.size(); ++s)
      matched[s].for_each([&](Ordinal n) { scores[s][n] = 0; });
  }
};

}  // namespace

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& path) : archive(path) {
    for (const auto& segment : archive.segments) {
      matchers.push_back(std::make_unique<SegmentMatcher>(*segment, 5000));
      scores.emplace_back(segment->articles());
    }
  }
  std::vector<ArticleSet> match(const Node& query, std::uint32_t max_expansions) {
    std::vector<ArticleSet> out;
    for (const auto& matcher : matchers) {
      matcher->reset(max_expansions);
      out.push_back(matcher->match(query));
    }
    return out;
  }
  Archive archive;
  std::vector<std::unique_ptr<SegmentMatcher>> matchers;
  std::vector<std::vector<double>> scores;  // of the search under way; zero between searches
};

Searcher::Searcher(const std::filesystem::path& archive) : impl_(new Impl(archive)) {}
Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) {
  SearchResult result;
  Stopwatch watch;
  const auto matched = impl_->match(request.query, request.max_expansions);
  for (const auto& set : matched) result.total += set.size();
  result.times.match = watch.lap();
  result.offset = request.offset;
  {
    const ScoreCleaner cleaner{impl_->scores, matched};
    if (result.total > 0 && request.limit > 0)
      score(request.query, impl_->matchers, matched, impl_->scores);
    result.hits = top_hits(impl_->matchers, matched, impl_->scores, result.total, request);
  }
  result.times.rank = watch.lap();
  for (const Facet facet : request.facets)
    result.facets.push_back(count_facet(facet, impl_->matchers, matched, request.facet_limit));
  result.times.facets = watch.lap();
  return result;
}

std::uint64_t Searcher::count(const Node& query, std::uint32_t max_expansions) {
  std::uint64_t total = 0;
  for (const auto& set : impl_->match(query, max_expansions)) total += set.size();
  return total;
}

Article Searcher::article(const Hit& hit) const {
  return impl_->archive.segments[hit.segment]->article(hit.ordinal);
}

std::optional<Hit> Searcher::find(std::string_view id) const {
  for (std::uint32_t s = 0; s < impl_->archive.segments.size(); ++s) {
    const auto& segment = *impl_->archive.segments[s];
    if (const auto n = segment.find_id(id); n && segment.live().contains(*n)) return Hit{s, *n, 0};
  }
  return std::nullopt;
}

Searcher::Found Searcher::read(const Node& query, const Hit& hit) {
  auto& document = impl_->matchers[hit.segment]->document();
  const Node* asked[] = {&query};
  document.prepare(asked);
  document.open(hit.ordinal);
  auto matches = find_matches(query, document);
  return {std::move(document.written().article), std::move(matches)};
}

std::vector<ExplainedNode> Searcher::explain(const Node& query, std::uint32_t max_expansions) {
  return explain_query(query, impl_->matchers, max_expansions);
}

std::vector<Suggestion> Searcher::suggest(const Node& query) {
  return suggest_words(query, impl_->matchers);
}

const Archive& Searcher::archive() const {
  return impl_->archive;
}

}  // namespace news
