// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/match/matcher.hpp"
#include "searcher/engine/ranking/proximity.hpp"
#include "searcher/engine/ranking/query_terms.hpp"
#include "searcher/engine/ranking/recency.hpp"
#include "searcher/engine/results.hpp"

namespace news {

class TopHits;

struct ScoredArticle {
  DocId n;
  double score;
};

/// Orders what matched. Scores are BM25 (ranking/formulas.hpp), over all segments at once: N,
/// document frequencies and mean length count live articles of the whole archive, so that scores do
/// not depend on how it is cut into segments. A headline word counts kTitleWeight times (BM25F).
/// Terms are summed by descending weight. When ordered by relevance, the best dozen gain what
/// Proximity gives them; the others follow in their order.
///
/// A term adds less than its weight, times k1 + 1. So once the best so far are above what all
/// terms still to come could add, only articles that can still reach them are looked up in the
/// longer lists that remain, and only those enter a list that have the term often enough (MaxScore,
/// term at a time: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995). Hits
/// and scores are the same as without.
///
/// Not thread-safe. `segments` must outlive the object.
class Ranker {
 public:
  explicit Ranker(Segments& segments);
  const CollectionStatistics& statistics() const { return statistics_; }
  /// The hits of the page that the request asks for, in the documented total order, out of
  /// `matched`, a set a segment. `total`: the sizes of those together.
  std::vector<Hit> rank(const SearchRequest& request, const std::vector<ArticleSet>& matched,
                        std::uint64_t total);
  /// The same by other terms than those of the request's query, which is not looked at.
  std::vector<Hit> rank(const QueryTerms& query, const SearchRequest& request,
                        const std::vector<ArticleSet>& matched, std::uint64_t total);

 private:
  struct Term {
    std::string name;
    double weight;
  };
  /// What a term adds to an article's score.
  struct Scorer {
    double weight, per_length;
    const std::uint32_t* lengths;
    double operator()(DocId n, std::uint32_t frequency) const;
  };
  // Sets terms_; gives what each term weighs in an article of each language.
  Proximity::Weights weigh(const std::vector<QueryTerm>& terms);
  Scorer scorer(std::uint32_t s, const Term& term) const;
  const PostingList& postings(std::uint32_t s, const Term& term) {
    return segments_[s]->postings().get(term.name);
  }
  // Adds a term's scores to the articles in scored_. `candidates`: the same articles as a set.
  void score_candidates(std::uint32_t s, const Term& term, const ArticleSet& candidates);
  // OR mode: the same for all that matched. Those not in scored_ so far enter it if the term is in
  // them at least so often.
  void score_all(std::uint32_t s, const Term& term, const ArticleSet& matched, std::uint32_t least);
  // By all terms, of which none is left out.
  void score_exhaustively(std::uint32_t s, const ArticleSet& matched);
  bool score_best(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted,
                  double threshold);
  void rank_segment(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted, TopHits& top);
  // Without leaving any out: what is scored is changed afterwards.
  void rank_recent(std::uint32_t s, const ArticleSet& matched, const Recency& recency,
                   TopHits& top);
  void add_proximity(Proximity& proximity, const Recency& recency, std::uint64_t wanted,
                     std::vector<Hit>& hits);
  std::vector<Hit> rank_by_relevance(Proximity& proximity, const Recency& recency,
                                     std::uint64_t wanted, const std::vector<ArticleSet>& matched);
  void score_hits(std::vector<Hit>& hits);

  Segments& segments_;
  CollectionStatistics statistics_;
  std::vector<Term> terms_;                     // of the query, heaviest first
  std::vector<ScoredArticle> scored_, merged_;  // of one segment, by ascending n
};

}  // namespace news
