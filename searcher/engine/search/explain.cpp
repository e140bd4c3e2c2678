// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/search/explain.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "common/text/edit_distance.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {
namespace {

using Segments = std::vector<std::unique_ptr<SegmentMatcher>>;

bool is_leaf(const Node& node) {
  return node.children.empty() && node.op != Op::all && node.op != Op::any_word &&
         !is_filter(node.op);
}

// A bare word stands for stems, every other leaf for words: each with its document frequency.
void add_terms(const Node& leaf, Segments& segments, ExplainedNode& out) {
  std::map<std::string, std::uint64_t> frequency;
  std::set<std::string> words;
  for (const auto& segment : segments) {
    for (const auto& language : segment->segment().info().languages) {
      const auto& expansion = segment->expander().expand(leaf, language);
      for (const auto id : expansion.ids) words.insert(segment->segment().lexicon().word(id));
      if (leaf.op != Op::word) continue;
      for (const auto& stem : expansion.stems) {
        const std::string term = stem_term('W', language, stem.stem);
        frequency[term] += segment->postings().get(term).document_frequency();
      }
    }
  }
  if (leaf.op != Op::word)
    for (const auto& word : words) {
      Node exact;
      exact.op = Op::exact;
      exact.text = word;
      for (const auto& segment : segments) frequency[word] += segment->match(exact).size();
    }
  for (const auto& [term, count] : frequency)
    if (count > 0) out.terms.emplace_back(term, count);
  std::stable_sort(out.terms.begin(), out.terms.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  out.words = words.size();
}

void explain(const Node& node, unsigned depth, Segments& segments,
             std::vector<ExplainedNode>& out) {
  if (node.op == Op::any_word) return;
  ExplainedNode line;
  line.depth = depth;
  line.text = to_string(node);
  const auto start = std::chrono::steady_clock::now();
  for (const auto& segment : segments) line.articles += segment->match(node).size();
  line.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  if (is_leaf(node)) add_terms(node, segments, line);
  out.push_back(std::move(line));
  for (const auto& child : node.children) explain(child, depth + 1, segments, out);
}

void collect_words(const Node& node, std::set<std::string>& out) {
  if (node.op == Op::not_) return;
  if (node.op == Op::word || node.op == Op::exact) out.insert(node.text);
  for (const auto& child : node.children) collect_words(child, out);
}

bool occurs(const std::string& word, Segments& segments) {
  Node leaf;
  leaf.op = Op::word;
  leaf.text = word;
  for (const auto& segment : segments)
    if (!segment->match(leaf).empty()) return true;
  return false;
}

// Word ids are ranks by frequency: the lowest id at the least distance is the likeliest meant.
std::string nearest(const std::string& word, Segments& segments) {
  const auto target = to_code_points(word);
  const std::uint32_t limit = target.size() <= 4 ? 1 : 2;
  std::pair<std::uint32_t, WordId> best{limit + 1, kNoWord};
  std::string found;
  for (const auto& segment : segments)
    segment->segment().lexicon().scan("", [&](WordId id, std::string_view other) {
      if (other.size() + 4 * limit < word.size() || other.size() > word.size() + 4 * limit)
        return true;
      const auto distance = edit_distance<char32_t>(target, to_code_points(other), limit);
      if (distance <= limit && std::pair(distance, id) < best) {
        best = {distance, id};
        found = other;
      }
      return true;
    });
  return found;
}

}  // namespace

std::vector<ExplainedNode> explain_query(const Node& query, Segments& segments,
                                         std::uint32_t max_expansions) {
  for (const auto& segment : segments) segment->reset(max_expansions);
  std::vector<ExplainedNode> out;
  explain(query, 0, segments, out);
  return out;
}

std::vector<Suggestion> suggest_words(const Node& query, Segments& segments) {
  std::set<std::string> words;
  collect_words(query, words);
  std::vector<Suggestion> out;
  for (const auto& word : words) {
    if (occurs(word, segments)) continue;
    const std::string instead = nearest(word, segments);
    // A word of dead articles only is nearest to itself.
    if (!instead.empty() && instead != word) out.push_back({word, instead});
  }
  return out;
}

}  // namespace news
