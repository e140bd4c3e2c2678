// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/engine/ranking/query_terms.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// Pseudo-relevance feedback: the kMaxExpansionWords stems that weigh most in the given articles,
/// best article first (J. Rocchio, "Relevance feedback in information retrieval", 1971, without
/// negative examples, on BM25 vectors: saturation times inverse document frequency). An article
/// counts by its score to the power of kSharpness, since the first of a list are right more often
/// than the tenth. Stems of one live article alone add nothing. Heaviest first, equal ones by name.
///
/// Looks a posting list up for each distinct stem. Throws Error(ErrorCode::damaged).
std::vector<ExpansionWord> expansion_words(Segments& segments,
                                           const CollectionStatistics& statistics,
                                           const std::vector<Hit>& best);

/// The query together with those words, which have kAdded of the weight; scores stay on the scale
/// of the query's own.
void add_words(const std::vector<ExpansionWord>& words, QueryTerms& query);

/// How many of the best articles are asked.
inline constexpr std::uint64_t kFeedbackArticles = 10;

}  // namespace news
