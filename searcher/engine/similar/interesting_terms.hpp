// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/engine/ranking/statistics.hpp"
#include "searcher/engine/results.hpp"

namespace news {

struct InterestingTerm {
  std::string word;             ///< folded
  std::string term;             ///< of its stem
  std::string language;         ///< the article's, for stemming
  std::uint32_t frequency = 0;  ///< in the article, those in the title counted several times
  std::uint64_t articles = 0;   ///< of the archive that hold the stem
  double tf_idf = 0, weight = 0;
};

/// The words that tell most about an article: the `most` stems with the highest tf-idf (K. Spärck
/// Jones, "A statistical interpretation of term specificity", 1972; G. Salton, C. Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988), heaviest first. tf: how often
/// the stem is in the text, and kTitleWeight times as often in the title; idf: ln(live articles /
/// those that hold it). Stems that no other article holds tell nothing of others and are left out.
/// Each is named by its most frequent word in the article.
///
/// `weight` is query_weight(tf).
///
/// Looks a posting list up for each distinct stem. Not thread-safe. Throws
/// Error(ErrorCode::damaged).
std::vector<InterestingTerm> interesting_terms(Segments& segments, const Hit& hit,
                                               std::size_t most);

/// The live articles that hold any of these words, a set a segment, without the one at `hit`.
std::vector<ArticleSet> holders(Segments& segments, const std::vector<InterestingTerm>& words,
                                const Hit& hit);

/// The query that stands for them in print: any of the words.
Node any_of(const std::vector<InterestingTerm>& words);

}  // namespace news
