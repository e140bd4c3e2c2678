// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/matcher.hpp"

#include <algorithm>
#include <map>

#include "searcher/match/code_scan.hpp"
#include "searcher/match/filters.hpp"

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
  const auto plain = [](const Node& leaf) {
    return leaf.op == Op::word || leaf.op == Op::exact || leaf.op == Op::wildcard ||
           leaf.op == Op::fuzzy;
  };
  return (node.op == Op::near || node.op == Op::adj) && plain(node.children[0]) &&
         plain(node.children[1]);
}

}  // namespace

void SegmentMatcher::reset(std::uint32_t max_expansions) {
  postings_.clear();
  leaves_.clear();
  document_.reset();
  leaves_.set_max_expansions(max_expansions);
}

Roaring SegmentMatcher::match(const Node& node) {
  switch (node.op) {
    case Op::all:
      return segment_.live();
    case Op::and_:
      return match_and(node);
    case Op::or_: {
      Roaring out;
      for (const auto& child : node.children) out |= match(child);
      return out;
    }
    case Op::not_:
      return segment_.live() - match(node.children[0]);
    default:
      break;
  }
  if (is_filter(node.op)) return match_filter(segment_, node);
  if (node.op == Op::exact || node.op == Op::wildcard || node.op == Op::fuzzy)
    return match_leaf(node);
  const Bound candidates = bound(node, 'W');
  if (candidates.exact || candidates.set.isEmpty()) return candidates.set;
  if (near_words(node)) return find_near(node, candidates.set);
  if (node.op != Op::phrase || !all_exact(node)) return verify(node, candidates.set);
  std::string codes;  // a phrase of plain words is a byte string, found without decoding anything
  for (const auto& child : node.children)
    put_code(codes, segment_.lexicon().find(child.text).value());
  return find_codes(codes, candidates.set);
}

// Negations last: they only take away. An empty set needs no further look.
Roaring SegmentMatcher::match_and(const Node& node) {
  Roaring out = segment_.live();
  for (const bool negative : {false, true})
    for (const auto& child : node.children) {
      if ((child.op == Op::not_) != negative || out.isEmpty()) continue;
      if (negative)
        out -= match(child.children[0]);
      else
        out &= match(child);
    }
  return out;
}

Roaring SegmentMatcher::verify(const Node& node, const Roaring& candidates) {
  std::vector<std::uint32_t> hits;
  for (const Ordinal n : candidates) {
    document_.open(n);
    if (document_.matches(node)) hits.push_back(n);
  }
  return Roaring(hits.size(), hits.data());
}

Roaring SegmentMatcher::find_codes(const std::string& codes, const Roaring& candidates) {
  std::vector<std::uint32_t> hits;
  for (const Ordinal n : candidates) {
    const WordRecord record = segment_.words(n);
    if (contains_codes(record.title, codes) || contains_codes(record.text, codes))
      hits.push_back(n);
  }
  return Roaring(hits.size(), hits.data());
}

Roaring SegmentMatcher::find_any(const std::vector<WordId>& ids, const Roaring& candidates) {
  WordMarks marks(segment_.lexicon().size());
  marks.add(ids, 1);
  std::vector<std::uint32_t> hits;
  for (const Ordinal n : candidates) {
    const WordRecord record = segment_.words(n);
    if (contains_marked(record.title, marks) || contains_marked(record.text, marks))
      hits.push_back(n);
  }
  return Roaring(hits.size(), hits.data());
}

Roaring SegmentMatcher::find_near(const Node& node, const Roaring& candidates) {
  std::map<std::uint32_t, WordMarks> by_language;  // keyed by the code of the language column
  std::vector<std::uint32_t> hits;
  const bool ordered = node.op == Op::adj;
  for (const Ordinal n : candidates) {
    const std::uint32_t language = segment_.codes(Column::language, n)[0];
    auto known = by_language.find(language);
    if (known == by_language.end()) {
      known = by_language.emplace(language, WordMarks(segment_.lexicon().size())).first;
      known->second.add(document_.words_of(node.children[0], language).ids, 1);
      known->second.add(document_.words_of(node.children[1], language).ids, 2);
    }
    const WordRecord record = segment_.words(n);
    if (contains_near(record.title, known->second, node.n, ordered) ||
        contains_near(record.text, known->second, node.n, ordered))
      hits.push_back(n);
  }
  return Roaring(hits.size(), hits.data());
}

// Posting lists whose words are all wanted settle their articles; only the others need a look at
// the codes.
Roaring SegmentMatcher::match_leaf(const Node& leaf) {
  Roaring sure, unsure;
  const std::vector<WordId>* ids = nullptr;
  for (const auto& language : segment_.info().languages) {
    const LeafWords& words = leaves_.expand(leaf, language);
    ids = &words.ids;  // the same in every language: these leaves are words, not stems
    for (std::size_t i = 0; i < words.stems.size(); ++i)
      (words.whole[i] ? sure : unsure) |=
          postings_.get(stem_term('W', language, words.stems[i])).set;
  }
  unsure -= sure;
  if (unsure.isEmpty()) return sure;
  if (ids->size() > 1) return sure | find_any(*ids, unsure);
  std::string code;
  put_code(code, ids->front());
  return sure | find_codes(code, unsure);
}

SegmentMatcher::Bound SegmentMatcher::leaf_bound(const Node& leaf, char field) {
  Bound out{{}, field != kPartOfText};
  const char terms = field == kPartOfText ? 'W' : field;
  for (const auto& language : segment_.info().languages) {
    const LeafWords& words = leaves_.expand(leaf, language);
    for (std::size_t i = 0; i < words.stems.size(); ++i) {
      const Roaring& set = postings_.get(stem_term(terms, language, words.stems[i])).set;
      if (set.isEmpty()) continue;
      out.set |= set;
      out.exact &= words.whole[i];
    }
  }
  return out;
}

// Two frequent words in a row have a posting list of their own.
Roaring SegmentMatcher::pair_bound(const Node& phrase) {
  Roaring out = segment_.live();
  for (std::size_t i = 1; i < phrase.children.size(); ++i) {
    if (phrase.children[i - 1].op != Op::exact || phrase.children[i].op != Op::exact) continue;
    const auto first = segment_.lexicon().find(phrase.children[i - 1].text);
    const auto second = segment_.lexicon().find(phrase.children[i].text);
    const auto frequent = segment_.lexicon().pair_words();
    if (!first || !second || *first >= frequent || *second >= frequent) continue;
    std::string term = "P";
    put_code(term, *first);
    put_code(term, *second);
    out &= postings_.get(term).set;
  }
  return out;
}

SegmentMatcher::Bound SegmentMatcher::phrase_bound(const Node& phrase, char field) {
  Bound out{pair_bound(phrase), false};
  const auto frequent = segment_.lexicon().pair_words();
  if (field == 'W' && phrase.children.size() == 2 && all_exact(phrase)) {
    const auto first = segment_.lexicon().find(phrase.children[0].text);
    const auto second = segment_.lexicon().find(phrase.children[1].text);
    if (!first || !second) return {{}, true};
    if (*first < frequent && *second < frequent) return {out.set, true};
  }
  for (const auto& child : phrase.children) {
    if (out.set.isEmpty()) break;
    if (child.op != Op::any_word) out.set &= bound(child, field).set;
  }
  return out;
}

SegmentMatcher::Bound SegmentMatcher::bound(const Node& node, char field) {
  switch (node.op) {
    case Op::all:
      return {segment_.live(), true};
    case Op::any_word:
      return {segment_.live(), false};
    case Op::not_: {
      const Bound inner = bound(node.children[0], field);
      if (inner.exact) return {segment_.live() - inner.set, true};
      return {segment_.live(), false};
    }
    case Op::phrase:
      return phrase_bound(node, field);
    case Op::and_:
    case Op::near:
    case Op::adj:
    case Op::sentence:
    case Op::paragraph: {
      Bound out{segment_.live(), node.op == Op::and_};
      for (const auto& child : node.children) {
        const Bound inner = bound(child, field);
        out.set &= inner.set;
        out.exact &= inner.exact;
      }
      return out;
    }
    case Op::or_: {
      Bound out{{}, true};
      for (const auto& child : node.children) {
        const Bound inner = bound(child, field);
        out.set |= inner.set;
        out.exact &= inner.exact;
      }
      return out;
    }
    case Op::not_near:
    case Op::atleast:
      return {bound(node.children[0], field).set, false};
    case Op::text:
    case Op::lead:
    case Op::first:
      return {bound(node.children[0], kPartOfText).set, false};
    case Op::title:
      return bound(node.children[0], 'T');
    default:
      return leaf_bound(node, field);
  }
}

}  // namespace news
