// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <set>

#include "searcher/top_hits.hpp"

namespace news {
namespace {

constexpr double kK1 = 0.9, kB = 0.4;  // what Anserini found best for news (Yang, Fang & Lin, 2017)
constexpr double kLeastNorm =
    kK1 * (1 - kB);  // what BM25 adds to the frequency in an empty article

// Pruning goes over the scores once a term; with more terms than these that costs more than it
// saves.
constexpr std::size_t kMostPruned = 32;

// The stems that a query's positive words stand for, as terms, in the order of the query.
void collect_terms(const Node& node, const std::vector<std::string>& languages,
                   LeafExpander& leaves, std::vector<std::string>& out) {
  switch (node.op) {
    case Op::not_:
      return;
    case Op::word:
    case Op::exact:
    case Op::case_word:
    case Op::accents_word:
    case Op::wildcard:
    case Op::fuzzy:
      for (const auto& language : languages)
        for (const auto& stem : leaves.expand(node, language).stems)
          out.push_back(stem_term('W', language, stem.stem));
      return;
    case Op::not_near:
      return collect_terms(node.children[0], languages, leaves, out);
    default:
      for (const auto& child : node.children) collect_terms(child, languages, leaves, out);
  }
}

// All terms of all segments, each once, in an order that does not depend on the segments.
std::vector<QueryTerm> all_terms(const Node& query,
                                 const std::vector<std::unique_ptr<SegmentMatcher>>& segments) {
  std::set<std::string> terms;
  for (const auto& segment : segments) {
    std::vector<std::string> some;
    collect_terms(query, segment->segment().info().languages, segment->leaves(), some);
    terms.insert(some.begin(), some.end());
  }
  std::vector<QueryTerm> out;
  for (const auto& term : terms) out.push_back({term});
  return out;
}

struct Collection {
  double articles = 0, mean_length = 1;
};

Collection measure(const std::vector<std::unique_ptr<SegmentMatcher>>& segments) {
  double articles = 0, length = 0;
  for (const auto& s : segments) {
    articles += static_cast<double>(s->segment().live().size());
    length += static_cast<double>(s->segment().total_length());
  }
  return {articles, articles > 0 ? std::max(1.0, length / articles) : 1.0};
}

// The `wanted`-th largest score; minus infinity when there are fewer.
double nth_score(const std::vector<ScoredArticle>& scored, std::uint64_t wanted) {
  std::priority_queue<double, std::vector<double>, std::greater<>> best;
  double least = -std::numeric_limits<double>::infinity();
  for (const auto& article : scored) {
    if (article.score <= least) continue;
    best.push(article.score);
    if (best.size() > wanted) best.pop();
    if (best.size() == wanted) least = best.top();
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
  return static_cast<std::uint32_t>(std::min(1e9, part * kLeastNorm / (1 - part)));
}

}  // namespace

Ranker::Ranker(std::vector<std::unique_ptr<SegmentMatcher>>& segments) : segments_(segments) {
  const Collection collection = measure(segments);
  articles_ = collection.articles;
  mean_length_ = collection.mean_length;
}

void Ranker::weigh(const std::vector<QueryTerm>& terms) {
  terms_.clear();
  for (const auto& term : terms) {
    double df = 0;
    for (const auto& s : segments_)
      df += static_cast<double>(s->postings().get(term.name).document_frequency());
    if (df == 0) continue;
    const double idf = std::log(1 + (articles_ - df + 0.5) / (df + 0.5));
    terms_.push_back({term.name, idf * (kK1 + 1) * term.weight});
  }
  std::stable_sort(terms_.begin(), terms_.end(),
                   [](const Term& a, const Term& b) { return a.weight > b.weight; });
}

double Ranker::Scorer::operator()(Ordinal n, std::uint32_t frequency) const {
  return weight * frequency / (frequency + kLeastNorm + per_length * lengths[n]);
}

Ranker::Scorer Ranker::scorer(std::uint32_t s, const Term& term) const {
  return {term.weight, kK1 * kB / mean_length_, segments_[s]->segment().lengths().data()};
}

void Ranker::score_known(std::uint32_t s, const Term& term, const ArticleSet& known) {
  const Scorer score = scorer(s, term);
  auto at = scored_.begin();
  postings(s, term).for_each_in(known, [&](Ordinal n, std::uint32_t frequency) {
    while (at->n != n) ++at;
    at->score += score(n, frequency);
  });
}

void Ranker::score_new(std::uint32_t s, const Term& term, const ArticleSet& matched,
                       std::uint32_t least) {
  const Scorer score = scorer(s, term);
  merged_.clear();
  auto at = scored_.begin();
  postings(s, term).for_each_in(matched, [&](Ordinal n, std::uint32_t frequency) {
    while (at != scored_.end() && at->n < n) merged_.push_back(*at++);
    const bool known = at != scored_.end() && at->n == n;
    if (!known && frequency < least) return;
    merged_.push_back({n, (known ? at++->score : 0) + score(n, frequency)});
  });
  merged_.insert(merged_.end(), at, scored_.end());
  scored_.swap(merged_);
}

void Ranker::score_all(std::uint32_t s, const ArticleSet& matched) {
  std::vector<double> scores(matched.universe());
  for (const auto& term : terms_) {
    const Scorer score = scorer(s, term);
    postings(s, term).for_each_in(
        matched, [&](Ordinal n, std::uint32_t frequency) { scores[n] += score(n, frequency); });
  }
  matched.for_each([&](Ordinal n) { scored_.push_back({n, scores[n]}); });
}

// Leaves in scored_ what may be among the first; false when articles without any term may be, too.
bool Ranker::score_best(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted,
                        double floor) {
  bool open = true;  // for articles that no term has scored so far
  ArticleSet known;
  double done = 0, rest = 0;
  for (const auto& term : terms_) rest += term.weight;
  for (const auto& term : terms_) {
    done += term.weight;
    rest -= term.weight;
    if (open)
      score_new(s, term, matched, least_frequency((floor - rest) / term.weight));
    else
      score_known(s, term, known);
    if (std::isinf(floor) && done > rest) floor = nth_score(scored_, wanted) - 2 * kScoreUnit;
    if (floor <= rest) continue;
    known = keep_reaching(floor - rest, matched.universe(), scored_);
    open = false;
  }
  return !open;
}

void Ranker::rank_segment(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted,
                          TopHits& top) {
  scored_.clear();
  if (terms_.size() > kMostPruned) {
    score_all(s, matched);
  } else if (!score_best(s, matched, wanted, top.floor())) {
    ArticleSet others = matched;
    for (const auto& article : scored_) others.remove(article.n);
    others.for_each([&](Ordinal n) { top.add(s, n, 0); });
  }
  for (const auto& article : scored_) top.add(s, article.n, article.score);
  top.settle();
}

void Ranker::score_hits(std::vector<Hit>& hits) {
  for (std::uint32_t s = 0; s < segments_.size(); ++s) {
    ArticleSet set = segments_[s]->segment().none();
    for (const auto& hit : hits)
      if (hit.segment == s) set.add(hit.ordinal);
    if (set.empty()) continue;
    scored_.clear();
    set.for_each([&](Ordinal n) { scored_.push_back({n, 0}); });
    for (const auto& term : terms_) score_known(s, term, set);
    for (auto& hit : hits)
      if (hit.segment == s)
        hit.score = std::lower_bound(scored_.begin(), scored_.end(), hit.ordinal,
                                     [](const auto& a, Ordinal n) { return a.n < n; })
                        ->score;
  }
}

std::vector<Hit> Ranker::rank(const SearchRequest& request, const std::vector<ArticleSet>& matched,
                              std::uint64_t total) {
  const bool none = total == 0 || request.limit == 0 || request.offset >= total;
  if (none) return {};
  return rank(all_terms(request.query, segments_), request, matched, total);
}

std::vector<Hit> Ranker::rank(const std::vector<QueryTerm>& terms, const SearchRequest& request,
                              const std::vector<ArticleSet>& matched, std::uint64_t total) {
  const std::uint64_t from = std::min(request.offset, total);
  const std::uint64_t wanted = from + std::min(request.limit, total - from);
  if (wanted == from) return {};
  weigh(terms);
  TopHits top(segments_, request.sort, wanted);
  for (std::uint32_t s = 0; s < segments_.size(); ++s) {
    if (request.sort == Sort::relevance)
      rank_segment(s, matched[s], wanted, top);
    else
      matched[s].for_each([&](Ordinal n) { top.add(s, n, 0); });
  }
  auto hits = top.take(from);
  if (request.sort != Sort::relevance) score_hits(hits);
  for (auto& hit : hits) hit.score = rounded_score(hit.score);
  return hits;
}

}  // namespace news
