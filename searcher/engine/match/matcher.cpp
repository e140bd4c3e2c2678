// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/matcher.hpp"

#include <algorithm>
#include <map>

#include "searcher/engine/match/code_scan.hpp"
#include "searcher/engine/match/filters.hpp"

namespace news {
namespace {

// In place of a posting list's letter: the whole article's lists, which say too much about a part
// of it.
constexpr char kPartOfText = 'w';

bool all_exact(const Node& phrase) {
  return std::all_of(phrase.children.begin(), phrase.children.end(),
                     [](const Node& child) { return child.op == Op::exact; });
}

// NEAR and ADJ of single words, whose answer needs no list of positions.
bool near_words(const Node& node) {
  return (node.op == Op::near || node.op == Op::adj) && is_folded_word(node.children[0].op) &&
         is_folded_word(node.children[1].op);
}

// Can word codes be asked without being decoded?
bool is_scannable(const Node& node) {
  return near_words(node) || (node.op == Op::phrase && all_exact(node));
}

}  // namespace

void SegmentMatcher::reset(std::uint32_t max_expansions) {
  postings_.clear();
  expander_.clear();
  leaf_sets_.clear();
  document_.reset();
  expander_.set_max_expansions(max_expansions);
}

ArticleSet SegmentMatcher::match(const Node& node) {
  return match(node, segment_.live());
}

ArticleSet SegmentMatcher::match(const Node& node, const ArticleSet& within) {
  switch (node.op) {
    case Op::and_:
      return match_and(node, within);
    case Op::or_:
      return match_or(node, within);
    case Op::not_:
      return within - match(node.children[0], within);
    default:
      break;
  }
  Approximation candidates = approximate(node, 'W');
  candidates.set &= within;
  if (candidates.exact || candidates.set.empty()) return std::move(candidates.set);
  if (near_words(node)) return find_near(node, candidates.set);
  if (node.op == Op::phrase && all_exact(node)) return find_phrase(node, candidates.set);
  const Node* nodes[] = {&node};
  return confirm(nodes, candidates.set);
}

// What posting lists and columns can tell narrows down what the texts are asked.
ArticleSet SegmentMatcher::match_and(const Node& node, const ArticleSet& within) {
  ArticleSet out = within;
  std::vector<const Node*> open, negative;
  for (const auto& child : node.children) {
    if (child.op == Op::not_) {
      negative.push_back(&child.children[0]);
      continue;
    }
    const Approximation candidates = approximate(child, 'W');
    out &= candidates.set;
    if (!candidates.exact) open.push_back(&child);
  }
  // Those that must be asked of whole articles come last, in one pass.
  const auto slow = std::partition(open.begin(), open.end(), [](const Node* child) {
    return child->op == Op::and_ || child->op == Op::or_ || is_scannable(*child);
  });
  for (auto child = open.begin(); child != slow; ++child)
    if (!out.empty()) out = match(**child, out);
  if (slow != open.end() && !out.empty()) out = confirm({slow, open.end()}, out);
  for (const Node* child : negative)
    if (!out.empty()) out -= match(*child, out);
  return out;
}

ArticleSet SegmentMatcher::match_or(const Node& node, const ArticleSet& within) {
  ArticleSet out = segment_.none(), rest = within;
  std::vector<const Node*> open;
  for (const auto& child : node.children) {
    const Approximation candidates = approximate(child, 'W');
    if (candidates.exact)
      out |= candidates.set;
    else
      open.push_back(&child);
  }
  out &= within;
  for (const Node* child : open) {
    rest -= out;
    out |= match(*child, rest);
  }
  return out;
}

ArticleSet SegmentMatcher::confirm(std::span<const Node* const> nodes,
                                   const ArticleSet& candidates) {
  constexpr std::size_t kAhead = 4;
  document_.prepare(nodes);
  ArticleSet hits = segment_.none();
  const auto members = candidates.members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i + kAhead < members.size()) segment_.prefetch_words(members[i + kAhead]);
    document_.open(members[i]);
    if (std::all_of(nodes.begin(), nodes.end(),
                    [&](const Node* node) { return document_.matches(*node); }))
      hits.add(members[i]);
  }
  return hits;
}

// The candidates that `test(doc_id, codes)` accepts for title or text. What the next ones hold is
// fetched while this one is looked at.
template <typename Test>
ArticleSet SegmentMatcher::scan(const ArticleSet& candidates, Test&& test) {
  constexpr std::size_t kAhead = 4;
  ArticleSet hits = segment_.none();
  const auto members = candidates.members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i + kAhead < members.size()) segment_.prefetch_words(members[i + kAhead]);
    const WordRecord record = segment_.words(members[i]);
    if (test(members[i], record.title) || test(members[i], record.text)) hits.add(members[i]);
  }
  return hits;
}

// A phrase of plain words is a byte string, found without decoding anything.
ArticleSet SegmentMatcher::find_phrase(const Node& phrase, const ArticleSet& candidates) {
  std::vector<WordId> words;
  for (const auto& child : phrase.children)
    words.push_back(segment_.lexicon().find(child.text).value());
  const PhraseScan phrase_scan(words);
  return scan(candidates, [&](DocId, std::string_view codes) { return phrase_scan.occurs(codes); });
}

ArticleSet SegmentMatcher::find_near(const Node& node, const ArticleSet& candidates) {
  std::map<std::uint32_t, NearScan> scans;  // by the code of the language column
  return scan(candidates, [&](DocId n, std::string_view codes) {
    const std::uint32_t language = segment_.codes(Column::language, n)[0];
    auto known = scans.find(language);
    if (known == scans.end())
      known = scans
                  .emplace(language,
                           NearScan(document_.words_of(node.children[0], language).ids,
                                    document_.words_of(node.children[1], language).ids, node.n,
                                    node.op == Op::adj ? WordOrder::as_given : WordOrder::any))
                  .first;
    return known->second.occurs(codes);
  });
}

// Every word has a posting list: its stem's, if it is the stem's only word; else its own; the most
// frequent word of a stem has the stem's less those articles that hold other words of it alone.
const ArticleSet& SegmentMatcher::leaf_set(const Node& leaf) {
  const auto [it, fresh] = leaf_sets_.try_emplace({leaf.op, leaf.n, leaf.text}, segment_.none());
  ArticleSet& out = it->second;
  if (!fresh) return out;
  for (const auto& language : segment_.info().languages) {
    const auto list = [&](char kind, std::string_view term) -> const ArticleSet& {
      return postings_.get(stem_term(kind, language, term)).live();
    };
    for (const auto& stem : expander_.expand(leaf, language).stems) {
      for (const auto& word : stem.wanted_forms) out |= list('F', word);
      if (stem.whole())
        out |= list('W', stem.stem);
      else if (stem.frequent_wanted)
        out |= list('W', stem.stem) - list('N', stem.most_frequent);
    }
  }
  return out;
}

SegmentMatcher::Approximation SegmentMatcher::approximate_leaf(const Node& leaf, char field) {
  const bool written = leaf.op == Op::case_word || leaf.op == Op::accents_word;
  Approximation out{leaf_set(leaf), field != kPartOfText && !written};
  if (field != 'T') return out;
  // A form's list does not tell title from text, the stem's list for titles does not tell forms.
  ArticleSet titles = segment_.none();
  for (const auto& language : segment_.info().languages)
    for (const auto& stem : expander_.expand(leaf, language).stems) {
      titles |= postings_.get(stem_term('T', language, stem.stem)).live();
      out.exact &= stem.whole();
    }
  out.set &= titles;
  return out;
}

// Two frequent words in a row have a posting list of their own.
ArticleSet SegmentMatcher::approximate_pairs(const Node& phrase) {
  ArticleSet out = segment_.live();
  for (std::size_t i = 1; i < phrase.children.size(); ++i) {
    if (phrase.children[i - 1].op != Op::exact || phrase.children[i].op != Op::exact) continue;
    const auto first = segment_.lexicon().find(phrase.children[i - 1].text);
    const auto second = segment_.lexicon().find(phrase.children[i].text);
    const auto frequent = segment_.lexicon().pair_words();
    if (!first || !second || *first >= frequent || *second >= frequent) continue;
    out &= postings_.get(pair_term(*first, *second)).live();
  }
  return out;
}

SegmentMatcher::Approximation SegmentMatcher::approximate_phrase(const Node& phrase, char field) {
  Approximation out{approximate_pairs(phrase), false};
  const auto frequent = segment_.lexicon().pair_words();
  if (field == 'W' && phrase.children.size() == 2 && all_exact(phrase)) {
    const auto first = segment_.lexicon().find(phrase.children[0].text);
    const auto second = segment_.lexicon().find(phrase.children[1].text);
    if (!first || !second) return {segment_.none(), true};
    if (*first < frequent && *second < frequent) return {out.set, true};
  }
  for (const auto& child : phrase.children) {
    if (out.set.empty()) break;
    if (child.op != Op::any_word) out.set &= approximate(child, field).set;
  }
  return out;
}

SegmentMatcher::Approximation SegmentMatcher::approximate(const Node& node, char field) {
  if (is_filter(node.op)) return {match_filter(segment_, node), true};
  switch (node.op) {
    case Op::all:
      return {segment_.live(), true};
    case Op::any_word:
      return {segment_.live(), false};
    case Op::not_: {
      const Approximation inner = approximate(node.children[0], field);
      if (inner.exact) return {segment_.live() - inner.set, true};
      return {segment_.live(), false};
    }
    case Op::phrase:
      return approximate_phrase(node, field);
    case Op::and_:
    case Op::near:
    case Op::adj:
    case Op::sentence:
    case Op::paragraph: {
      Approximation out{segment_.live(), node.op == Op::and_};
      for (const auto& child : node.children) {
        const Approximation inner = approximate(child, field);
        out.set &= inner.set;
        out.exact &= inner.exact;
      }
      return out;
    }
    case Op::or_: {
      Approximation out{segment_.none(), true};
      for (const auto& child : node.children) {
        const Approximation inner = approximate(child, field);
        out.set |= inner.set;
        out.exact &= inner.exact;
      }
      return out;
    }
    case Op::not_near:
    case Op::atleast:
      return {approximate(node.children[0], field).set, false};
    case Op::text:
    case Op::lead:
    case Op::first:
      return {approximate(node.children[0], kPartOfText).set, false};
    case Op::title:
      return approximate(node.children[0], 'T');
    default:
      return approximate_leaf(node, field);
  }
}

}  // namespace news
