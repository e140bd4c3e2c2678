// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/ranking/statistics.hpp"

namespace news {

/// What articles are scored by: a word, as a stem in each language in play.
struct QueryTerm {
  std::map<std::string, std::string> names;  ///< of posting lists, by stemming language
  double weight = 1;                         ///< how much more it counts than another one
};

struct QueryTerms {
  std::vector<QueryTerm> terms;  ///< distinct, in the order of the query
  /// The query's single words, in its order: the leaf, and its place in `terms`.
  struct Word {
    const Node* leaf;
    std::size_t term;
  };
  std::vector<Word> words;
};

/// The terms of all words that the query does not exclude; a wildcard stands for each of its stems.
/// A word that is there more than once weighs query_weight. Valid as long as `query`.
QueryTerms collect_terms(const Node& query, const Segments& segments);

/// A language's weight of a term that it has in `df` of its articles, and the archive in `all`.
/// A language with few articles cannot tell what is rare in it: its share of articles is taken
/// together with kPriorArticles more that are as the whole archive is (a Dirichlet prior; C. Zhai,
/// J. Lafferty, "A study of smoothing methods for language models", 2004).
double language_weight(const CollectionStatistics& statistics, const std::string& language,
                       double df, double all);

}  // namespace news
