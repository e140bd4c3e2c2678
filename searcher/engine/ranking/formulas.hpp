// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>

namespace news {

// BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
// eq. 3.15), with one set of parameters for all archives: the best on average over six judged
// collections (bench/relevance).

inline constexpr double kK1 = 1.2, kB = 0.6;
/// What BM25 adds to the frequency in an empty article.
inline constexpr double kMinNorm = kK1 * (1 - kB);

/// The share of its weight that a word adds to an article's score, below kK1 + 1. `length` is in
/// mean lengths.
inline double saturation(double frequency, double length) {
  return (kK1 + 1) * frequency / (frequency + kK1 * (1 - kB + kB * length));
}

/// ln(1 + (N - df + 0.5) / (df + 0.5)): never negative, unlike the original.
inline double inverse_document_frequency(double articles, double df) {
  return std::log(1 + (articles - df + 0.5) / (df + 0.5));
}

/// Rare words count for more, so that what long queries have of common words does not drown them.
inline double word_weight(double articles, double df) {
  constexpr double kPower = 1.25;
  return std::pow(inverse_document_frequency(articles, df), kPower);
}

/// What a query adds by having a word so often, 1 for once (S. Robertson, S. Walker,
/// "Okapi/Keenbow at TREC-8", 1999).
inline double query_weight(double frequency) {
  constexpr double kK3 = 8;
  return (kK3 + 1) * frequency / (kK3 + frequency);
}

}  // namespace news
