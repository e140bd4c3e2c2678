// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/query_terms.hpp"

#include <algorithm>

#include "common/archive/schema.hpp"
#include "searcher/engine/ranking/formulas.hpp"

namespace news {
namespace {

constexpr double kPriorArticles = 1000;

void collect_leaves(const Node& node, std::vector<const Node*>& out) {
  if (node.op == Op::not_) return;
  if (node.op == Op::not_near) return collect_leaves(node.children[0], out);
  if (is_word(node.op)) out.push_back(&node);
  for (const auto& child : node.children) collect_leaves(child, out);
}

bool is_single(const Node& leaf) {
  return leaf.op != Op::wildcard && leaf.op != Op::fuzzy;
}

using Names = std::map<std::string, std::string>;

// The stems of a leaf, each with its name in every language: a single word is one, whatever its
// stem is called; the words of a wildcard are distinguished by their stems.
std::vector<Names> names_of(const Node& leaf, const Segments& segments) {
  std::map<std::string, Names> stems;
  for (const auto& segment : segments)
    for (const auto& language : segment->segment().info().languages)
      for (const auto& stem : segment->expander().expand(leaf, language).stems)
        stems[is_single(leaf) ? "" : stem.stem][language] = stem_term('W', language, stem.stem);
  std::vector<Names> out;
  for (auto& [stem, names] : stems) out.push_back(std::move(names));
  return out;
}

}  // namespace

QueryTerms collect_terms(const Node& query, const Segments& segments) {
  std::vector<const Node*> leaves;
  collect_leaves(query, leaves);
  QueryTerms out;
  std::map<Names, std::size_t> places;
  std::vector<double> frequencies;
  for (const Node* const leaf : leaves)
    for (auto& names : names_of(*leaf, segments)) {
      const auto [place, fresh] = places.try_emplace(names, out.terms.size());
      if (fresh) out.terms.push_back({std::move(names)});
      if (fresh) frequencies.push_back(0);
      if (fresh || is_single(*leaf)) ++frequencies[place->second];
      if (is_single(*leaf)) out.words.push_back({leaf, place->second});
    }
  for (std::size_t i = 0; i < out.terms.size(); ++i)
    out.terms[i].weight = query_weight(frequencies[i]);
  return out;
}

double language_weight(const CollectionStatistics& statistics, const std::string& language,
                       double df, double all) {
  const auto it = statistics.of_language.find(language);
  const double articles = it == statistics.of_language.end() ? 0 : it->second;
  const double share =
      (df + kPriorArticles * all / statistics.articles) / (articles + kPriorArticles);
  return word_weight(statistics.articles, share * statistics.articles);
}

}  // namespace news
