// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/engine/match/code_scan.hpp"
#include "searcher/engine/ranking/query_terms.hpp"

namespace news {

/// What an article gains by where the query's words stand in it: next to each other in the query's
/// order, near each other, and in the beginning of the text.
///
/// Two words that are at most kReach apart in the query are a pair. How often they follow each
/// other, and how often they are within kWindow words of each other in either order, count like the
/// frequencies of a word, as do a word's occurrences in the first kLead words: by the BM25
/// saturation of the article, times a weight (D. Metzler, W. Croft, "A Markov random field model
/// for term dependencies", 2005, sequential dependence; Y. Rasolofo, J. Savoy, "Term proximity
/// scoring for keyword-based retrieval systems", 2003). A pair weighs the geometric mean of its
/// words. The title counts kTitleWeight times; of a text the first kRead words are looked at.
///
/// Not thread-safe.
class Proximity {
 public:
  /// `weights`: by language, of each of query.terms. All must outlive the object.
  using Weights = std::map<std::string, std::vector<double>>;
  Proximity(const QueryTerms& query, Weights weights, const Segments& segments,
            const CollectionStatistics& statistics);
  /// No article gains more; 0 when there is nothing to gain.
  double upper_bound() const { return upper_bound_; }
  /// O(1), by kRead. Throws Error(ErrorCode::damaged).
  double of(std::uint32_t segment, DocId n);

 private:
  struct Pair {
    std::size_t first, second;  // places in words_
  };
  struct Counts {
    double in_order = 0, near = 0;
  };
  /// The words of a segment that mean something in one language.
  struct Vocabulary {
    Vocabulary(const std::vector<double>& of_terms,
               std::vector<std::pair<WordId, std::size_t>> words);
    WordScan scan;
    std::vector<std::vector<std::size_t>> places;  // in words_, by the scan's words
    const std::vector<double>* weights;
  };
  Vocabulary& vocabulary(std::uint32_t segment, DocId n);
  void find_pairs();
  double upper_bound_in(const std::vector<double>& weights) const;
  void count_pairs(const Vocabulary& vocabulary, double times);
  void see(std::size_t word, std::int64_t at, double times);
  void count_lead(const Vocabulary& vocabulary);

  const QueryTerms& query_;
  Weights weights_;
  const Segments& segments_;
  const CollectionStatistics& statistics_;
  double upper_bound_ = 0;
  std::vector<std::size_t> words_;  // distinct places in query_.terms, in the query's order
  std::vector<Pair> pairs_;
  std::vector<std::vector<std::size_t>> pairs_of_;  // by word, places in pairs_
  // By segment and code of the language.
  std::map<std::pair<std::uint32_t, std::uint32_t>, Vocabulary> vocabularies_;
  std::vector<WordScan::Occurrence> occurrences_;  // in the field that is looked at
  std::vector<Counts> counts_;                     // by pair
  std::vector<std::int64_t> last_;                 // by word, where it occurred last
  std::vector<double> in_lead_;                    // by word
};

}  // namespace news
