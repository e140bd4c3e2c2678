// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/similar/interesting_terms.hpp"

#include <algorithm>
#include <cmath>

#include "searcher/engine/ranking/article_stems.hpp"
#include "searcher/engine/ranking/formulas.hpp"

namespace news {
namespace {

bool before(const InterestingTerm& a, const InterestingTerm& b) {
  return a.tf_idf != b.tf_idf ? a.tf_idf > b.tf_idf : a.term < b.term;
}

}  // namespace

std::vector<InterestingTerm> interesting_terms(Segments& segments, const Hit& hit,
                                               std::size_t most) {
  const Segment& segment = segments[hit.segment]->segment();
  const std::string language = language_of(segment, hit.doc_id);
  std::uint64_t all = 0;
  for (const auto& s : segments) all += s->segment().live().size();
  std::vector<InterestingTerm> out;
  for (const auto& [name, stem] : count_stems(segment, hit.doc_id, language)) {
    const std::string term = stem_term('W', language, name);
    const std::uint64_t holding = document_frequency(segments, term);
    if (holding < 2) continue;
    const double tf = stem.frequency;
    const double idf = std::log(static_cast<double>(all) / static_cast<double>(holding));
    out.push_back({segment.lexicon().word(stem.word), term, language, stem.frequency, holding,
                   tf * idf, query_weight(tf)});
  }
  std::sort(out.begin(), out.end(), before);
  if (out.size() > most) out.resize(most);
  return out;
}

std::vector<ArticleSet> holders(Segments& segments, const std::vector<InterestingTerm>& words,
                                const Hit& hit) {
  std::vector<ArticleSet> out;
  for (const auto& segment : segments) {
    out.push_back(segment->segment().none());
    for (const auto& word : words) out.back() |= segment->postings().get(word.term).live();
  }
  out[hit.segment].remove(hit.doc_id);
  return out;
}

Node any_of(const std::vector<InterestingTerm>& words) {
  Node out;
  out.op = Op::or_;
  for (const auto& word : words) {
    Node leaf;
    leaf.op = Op::word;
    leaf.text = word.word;
    out.children.push_back(std::move(leaf));
  }
  if (out.children.size() == 1) return std::move(out.children[0]);
  return out;
}

}  // namespace news
