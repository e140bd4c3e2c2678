// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/archive/archive.hpp"

namespace news {

/// How much of something there is in the articles that match, and in all live ones.
struct Share {
  std::uint64_t matching = 0, all = 0;
};

/// A word that is more frequent in some articles than in the others of the archive.
struct SignificantTerm {
  std::string word;   ///< folded
  std::string usual;  ///< as it is mostly written
  Share articles;     ///< that hold it
  Share occurrences;
  double g2 = 0;
};

struct SignificantTerms {
  Share articles;
  Share words;                         ///< of titles and texts
  std::vector<SignificantTerm> first;  ///< by descending G2; of equals, the first by bytes
};

/// Dunning's log-likelihood ratio G2 ("Accurate methods for the statistics of surprise and
/// coincidence", Computational Linguistics 19(1), 1993): how little a word's occurrences look as if
/// the matching articles and the others were made of the same words. Thread-safe.
double log_likelihood(const Share& occurrences, const Share& words);

/// The `limit` words with the highest G2 among those that make up a greater part of the articles in
/// `matched` (a set of live articles a segment) than of the others. Decodes the words of all live
/// articles. All counts are exact. Throws Error(ErrorCode::damaged).
SignificantTerms significant_terms(std::span<Segment* const> segments,
                                   const std::vector<ArticleSet>& matched, std::uint64_t limit);

}  // namespace news
