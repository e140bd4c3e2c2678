// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/rank.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>

#include "searcher/engine/ranking/formulas.hpp"
#include "searcher/engine/ranking/top_hits.hpp"

namespace news {
namespace {

// Pruning goes over the scores once a term; with more terms than these that costs more than it
// saves.
constexpr std::size_t kMaxPruned = 32;

// The hits that proximity may move, the best by BM25 alone: a page and a little. Reading more takes
// longer and moves next to nothing (bench/relevance: as good with 12 as with 20 and with 100).
constexpr std::uint64_t kProximityHits = 12;

// The k-th largest score; minus infinity when there are fewer.
double kth_score(const std::vector<ScoredArticle>& scored, std::uint64_t k) {
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  double least = -std::numeric_limits<double>::infinity();
  for (const auto& article : scored) {
    if (article.score <= least) continue;
    best.push(article.score);
    if (best.size() > k) best.pop();
    if (best.size() == k) least = best.top();
  }
  return least;
}

// Leaves those that reach a score, and gives them as a set.
ArticleSet keep_reaching(double least, std::uint32_t universe, std::vector<ScoredArticle>& scored) {
  ArticleSet out(universe);
  std::size_t kept = 0;
  for (const auto& article : scored) {
    scored[kept] = article;
    kept += article.score >= least;  // without a branch, which would be guessed wrong
  }
  scored.resize(kept);
  for (const auto& article : scored) out.add(article.n);
  return out;
}

// What frequency a term needs in an article to add so much of its weight, 0 to 1, at the least.
std::uint32_t least_frequency(double part) {
  if (part <= 0) return 0;
  if (part >= 1) return std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(1e9, part * kMinNorm / (1 - part)));
}

}  // namespace

Ranker::Ranker(Segments& segments)
    : segments_(segments), statistics_(collect_statistics(segments)) {}

Proximity::Weights Ranker::weigh(const std::vector<QueryTerm>& terms) {
  terms_.clear();
  Proximity::Weights weights;
  for (const auto& [language, articles] : statistics_.of_language)
    weights[language].resize(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::uint64_t all = 0;
    for (const auto& [language, name] : terms[i].names) all += document_frequency(segments_, name);
    for (const auto& [language, name] : terms[i].names) {
      const auto df = document_frequency(segments_, name);
      if (df == 0) continue;
      const double weight =
          language_weight(statistics_, language, static_cast<double>(df), static_cast<double>(all));
      weights.at(language)[i] = weight;
      terms_.push_back({name, weight * (kK1 + 1) * terms[i].weight});
    }
  }
  std::stable_sort(terms_.begin(), terms_.end(),
                   [](const Term& a, const Term& b) { return a.weight > b.weight; });
  return weights;
}

double Ranker::Scorer::operator()(DocId n, std::uint32_t frequency) const {
  return weight * frequency / (frequency + kMinNorm + per_length * lengths[n]);
}

Ranker::Scorer Ranker::scorer(std::uint32_t s, const Term& term) const {
  return {term.weight, kK1 * kB / statistics_.mean_length,
          segments_[s]->segment().lengths().data()};
}

void Ranker::score_candidates(std::uint32_t s, const Term& term, const ArticleSet& candidates) {
  const Scorer score = scorer(s, term);
  auto at = scored_.begin();
  postings(s, term).for_each_in(candidates, [&](DocId n, std::uint32_t frequency) {
    while (at->n != n) ++at;
    at->score += score(n, frequency);
  });
}

void Ranker::score_all(std::uint32_t s, const Term& term, const ArticleSet& matched,
                       std::uint32_t least) {
  const Scorer score = scorer(s, term);
  merged_.clear();
  auto at = scored_.begin();
  postings(s, term).for_each_in(matched, [&](DocId n, std::uint32_t frequency) {
    while (at != scored_.end() && at->n < n) merged_.push_back(*at++);
    const bool known = at != scored_.end() && at->n == n;
    if (!known && frequency < least) return;
    merged_.push_back({n, (known ? at++->score : 0) + score(n, frequency)});
  });
  merged_.insert(merged_.end(), at, scored_.end());
  scored_.swap(merged_);
}

void Ranker::score_exhaustively(std::uint32_t s, const ArticleSet& matched) {
  std::vector<double> scores(matched.universe());
  for (const auto& term : terms_) {
    const Scorer score = scorer(s, term);
    postings(s, term).for_each_in(
        matched, [&](DocId n, std::uint32_t frequency) { scores[n] += score(n, frequency); });
  }
  matched.for_each([&](DocId n) { scored_.push_back({n, scores[n]}); });
}

// Leaves in scored_ what may be among the first; false when articles without any term may be, too.
bool Ranker::score_best(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted,
                        double threshold) {
  bool or_mode = true;  // while articles that no term has scored so far may enter
  ArticleSet candidates;
  double done = 0, rest = 0;
  for (const auto& term : terms_) rest += term.weight;
  for (const auto& term : terms_) {
    done += term.weight;
    rest -= term.weight;
    if (or_mode)
      score_all(s, term, matched, least_frequency((threshold - rest) / term.weight));
    else
      score_candidates(s, term, candidates);
    if (std::isinf(threshold) && done > rest)
      threshold = kth_score(scored_, wanted) - 2 * kScoreUnit;
    if (threshold <= rest) continue;
    candidates = keep_reaching(threshold - rest, matched.universe(), scored_);
    or_mode = false;
  }
  return !or_mode;
}

void Ranker::rank_segment(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted,
                          TopHits& top) {
  scored_.clear();
  if (terms_.size() > kMaxPruned) {
    score_exhaustively(s, matched);
  } else if (!score_best(s, matched, wanted, top.threshold())) {
    ArticleSet others = matched;
    for (const auto& article : scored_) others.remove(article.n);
    others.for_each([&](DocId n) { top.add(s, n, 0); });
  }
  for (const auto& article : scored_) top.add(s, article.n, article.score);
  top.prune();
}

void Ranker::rank_recent(std::uint32_t s, const ArticleSet& matched, const Recency& recency,
                         TopHits& top) {
  scored_.clear();
  score_exhaustively(s, matched);
  for (const auto& article : scored_)
    top.add(s, article.n, article.score * recency.of(segments_[s]->segment(), article.n));
  top.prune();
}

void Ranker::score_hits(std::vector<Hit>& hits) {
  for (std::uint32_t s = 0; s < segments_.size(); ++s) {
    ArticleSet set = segments_[s]->segment().none();
    for (const auto& hit : hits)
      if (hit.segment == s) set.add(hit.doc_id);
    if (set.empty()) continue;
    scored_.clear();
    set.for_each([&](DocId n) { scored_.push_back({n, 0}); });
    for (const auto& term : terms_) score_candidates(s, term, set);
    for (auto& hit : hits)
      if (hit.segment == s)
        hit.score = std::lower_bound(scored_.begin(), scored_.end(), hit.doc_id,
                                     [](const auto& a, DocId n) { return a.n < n; })
                        ->score;
  }
}

// Adds to the first of `hits` what proximity gives them, until no other can be among the first
// `wanted` any more.
void Ranker::add_proximity(Proximity& proximity, const Recency& recency, std::uint64_t wanted,
                           std::vector<Hit>& hits) {
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  const std::size_t few = std::min<std::size_t>(hits.size(), kProximityHits);
  for (std::size_t i = 0; i < few; ++i)
    segments_[hits[i].segment]->segment().prefetch_place(hits[i].doc_id);
  for (std::size_t i = 0; i < few; ++i)
    segments_[hits[i].segment]->segment().prefetch_words(hits[i].doc_id);
  for (std::size_t i = 0; i < few; ++i) {
    const double reach = hits[i].score + proximity.upper_bound() + 2 * kScoreUnit;
    if (best.size() == wanted && reach < best.top()) return;
    Hit& hit = hits[i];
    hit.score += proximity.of(hit.segment, hit.doc_id) *
                 recency.of(segments_[hit.segment]->segment(), hit.doc_id);
    best.push(hit.score);
    if (best.size() > wanted) best.pop();
  }
}

std::vector<Hit> Ranker::rank_by_relevance(Proximity& proximity, const Recency& recency,
                                           std::uint64_t wanted,
                                           const std::vector<ArticleSet>& matched) {
  const bool near = proximity.upper_bound() > 0;
  const std::uint64_t candidates = near ? std::max(wanted, kProximityHits) : wanted;
  TopHits top(segments_, Sort::relevance, candidates);
  for (std::uint32_t s = 0; s < segments_.size(); ++s)
    if (recency.any())
      rank_recent(s, matched[s], recency, top);
    else
      rank_segment(s, matched[s], candidates, top);
  auto hits = top.take(0);
  if (!near) return hits;
  add_proximity(proximity, recency, wanted, hits);
  TopHits nearest(segments_, Sort::relevance, wanted);
  for (const Hit& hit : hits) nearest.add(hit.segment, hit.doc_id, hit.score);
  return nearest.take(0);
}

std::vector<Hit> Ranker::rank(const SearchRequest& request, const std::vector<ArticleSet>& matched,
                              std::uint64_t total) {
  const bool none = total == 0 || request.limit == 0 || request.offset >= total;
  if (none) return {};
  return rank(collect_terms(request.query, segments_), request, matched, total);
}

std::vector<Hit> Ranker::rank(const QueryTerms& query, const SearchRequest& request,
                              const std::vector<ArticleSet>& matched, std::uint64_t total) {
  const std::uint64_t from = std::min(request.offset, total);
  const std::uint64_t wanted = from + std::min(request.limit, total - from);
  if (wanted == from) return {};
  Proximity proximity(query, weigh(query.terms), segments_, statistics_);
  std::vector<Hit> hits;
  if (request.sort == Sort::relevance) {
    const auto recency =
        request.half_life > 0 ? Recency(request.half_life, segments_, matched) : Recency();
    hits = rank_by_relevance(proximity, recency, wanted, matched);
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(from));
  } else {
    TopHits top(segments_, request.sort, wanted);
    for (std::uint32_t s = 0; s < segments_.size(); ++s)
      matched[s].for_each([&](DocId n) { top.add(s, n, 0); });
    hits = top.take(from);
    score_hits(hits);
  }
  for (auto& hit : hits) hit.score = rounded_score(hit.score);
  return hits;
}

}  // namespace news
