// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace news {
namespace {

constexpr double kK1 = 0.9, kB = 0.4;  // what Anserini found best for news (Yang, Fang & Lin, 2017)

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
std::vector<std::string> all_terms(const Node& query,
                                   const std::vector<std::unique_ptr<SegmentMatcher>>& segments) {
  std::set<std::string> terms;
  for (const auto& segment : segments) {
    std::vector<std::string> some;
    collect_terms(query, segment->segment().info().languages, segment->leaves(), some);
    terms.insert(some.begin(), some.end());
  }
  return {terms.begin(), terms.end()};
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

void add_scores(const PostingList& list, double idf, double mean_length, const Segment& segment,
                const ArticleSet& matched, std::vector<double>& scores) {
  const auto lengths = segment.lengths();
  const double per_length = kK1 * kB / mean_length, weight = idf * (kK1 + 1);
  list.for_each_in(matched, [&](Ordinal n, std::uint32_t tf) {
    const double norm = kK1 * (1 - kB) + per_length * lengths[n];
    scores[n] += weight * tf / (tf + norm);
  });
}

// Tells which of two hits comes first; ids are read only when all else is equal.
class HitOrder {
 public:
  HitOrder(const std::vector<std::unique_ptr<SegmentMatcher>>& segments, Sort sort)
      : segments_(segments), sort_(sort) {}
  bool operator()(const Hit& a, const Hit& b) const {
    if (sort_ == Sort::relevance && a.score != b.score) return a.score > b.score;
    const auto da = date(a), db = date(b);
    if (da != db) {
      if (da == 0 || db == 0) return db == 0;  // undated last, both ways
      return sort_ == Sort::oldest ? da < db : da > db;
    }
    if (a.segment == b.segment) return id_rank(a) < id_rank(b);
    return id(a) < id(b);
  }

 private:
  const Segment& segment(const Hit& h) const { return segments_[h.segment]->segment(); }
  std::int64_t date(const Hit& h) const { return segment(h).dates()[h.ordinal]; }
  std::uint32_t id_rank(const Hit& h) const { return segment(h).id_ranks()[h.ordinal]; }
  std::string id(const Hit& h) const { return segment(h).fields(h.ordinal).id; }
  const std::vector<std::unique_ptr<SegmentMatcher>>& segments_;
  Sort sort_;
};

}  // namespace

void score(const Node& query, std::vector<std::unique_ptr<SegmentMatcher>>& segments,
           const std::vector<ArticleSet>& matched, std::vector<std::vector<double>>& scores) {
  const Collection collection = measure(segments);
  for (const auto& term : all_terms(query, segments)) {
    double df = 0;
    for (const auto& s : segments)
      df += static_cast<double>(s->postings().get(term).document_frequency());
    if (df == 0) continue;
    const double idf = std::log(1 + (collection.articles - df + 0.5) / (df + 0.5));
    for (std::size_t i = 0; i < segments.size(); ++i)
      add_scores(segments[i]->postings().get(term), idf, collection.mean_length,
                 segments[i]->segment(), matched[i], scores[i]);
  }
}

std::vector<Hit> top_hits(const std::vector<std::unique_ptr<SegmentMatcher>>& segments,
                          const std::vector<ArticleSet>& matched,
                          const std::vector<std::vector<double>>& scores, std::uint64_t total,
                          const SearchRequest& request) {
  std::vector<Hit> hits;
  const HitOrder order(segments, request.sort);
  const std::uint64_t from = std::min(request.offset, total);
  const std::uint64_t wanted = from + std::min(request.limit, total - from);
  if (wanted == 0) return hits;
  double floor = -1;  // of scores that can still be among the best
  const auto place = [&](std::uint64_t n) { return hits.begin() + static_cast<std::ptrdiff_t>(n); };
  for (std::uint32_t s = 0; s < segments.size(); ++s)
    matched[s].for_each([&](Ordinal n) {
      const double score = scores[s][n];
      if (request.sort == Sort::relevance && score < floor) return;
      hits.push_back({s, n, std::round(score * 1e6) / 1e6});
      if (hits.size() < 2 * wanted + 256) return;  // keep the best and go on, in linear time
      std::nth_element(hits.begin(), place(wanted - 1), hits.end(), order);
      hits.resize(wanted);
      floor = hits.back().score - 1e-6;
    });
  std::partial_sort(hits.begin(), place(wanted), hits.end(), order);
  return {place(from), place(wanted)};
}

}  // namespace news
