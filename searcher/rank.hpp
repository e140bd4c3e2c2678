// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/match/matcher.hpp"
#include "searcher/search.hpp"

namespace news {

class TopHits;

/// What articles are scored by.
struct QueryTerm {
  std::string name;   ///< of a posting list
  double weight = 1;  ///< how much more it counts than another one
};

struct ScoredArticle {
  Ordinal n;
  double score;
};

/// Orders what matched. Scores are BM25 (Robertson & Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009, eq. 3.15, with idf = ln(1 + (N - df + 0.5) / (df + 0.5))),
/// over all segments at once: N, document frequencies and mean length count live articles of the
/// whole archive, so that scores do not depend on how it is cut into segments. A headline word
/// counts kTitleWeight times (BM25F). Terms are summed by descending weight.
///
/// A term adds less than its weight, idf * (k1 + 1). So once the best so far are above what all
/// terms still to come could add, only articles that can still reach them are looked up in the
/// longer lists that remain, and only those enter a list that have the term often enough (MaxScore,
/// term at a time: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995). Hits
/// and scores are the same as without.
///
/// Not thread-safe. `segments` must outlive the object.
class Ranker {
 public:
  explicit Ranker(std::vector<std::unique_ptr<SegmentMatcher>>& segments);
  /// The hits of the page that the request asks for, in the documented total order, out of
  /// `matched`, a set a segment. `total`: the sizes of those together.
  std::vector<Hit> rank(const SearchRequest& request, const std::vector<ArticleSet>& matched,
                        std::uint64_t total);
  /// The same by other terms than those of the request's query, which is not looked at.
  std::vector<Hit> rank(const std::vector<QueryTerm>& terms, const SearchRequest& request,
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
    double operator()(Ordinal n, std::uint32_t frequency) const;
  };
  void weigh(const std::vector<QueryTerm>& terms);
  Scorer scorer(std::uint32_t s, const Term& term) const;
  const PostingList& postings(std::uint32_t s, const Term& term) {
    return segments_[s]->postings().get(term.name);
  }
  // Adds a term's scores to articles that are in scored_, and in `known`, which holds no others.
  void score_known(std::uint32_t s, const Term& term, const ArticleSet& known);
  // The same for all that matched: those not in scored_ so far enter it if the term is in them at
  // least so often.
  void score_new(std::uint32_t s, const Term& term, const ArticleSet& matched, std::uint32_t least);
  void score_all(std::uint32_t s, const ArticleSet& matched);
  bool score_best(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted, double floor);
  void rank_segment(std::uint32_t s, const ArticleSet& matched, std::uint64_t wanted, TopHits& top);
  void score_hits(std::vector<Hit>& hits);

  std::vector<std::unique_ptr<SegmentMatcher>>& segments_;
  std::vector<Term> terms_;                     // of the query, heaviest first
  double articles_ = 0, mean_length_ = 1;       // of the archive
  std::vector<ScoredArticle> scored_, merged_;  // of one segment, by ascending n
};

}  // namespace news
