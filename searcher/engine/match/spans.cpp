// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/spans.hpp"

#include <algorithm>

#include "common/io/varint.hpp"
#include "common/text/fold.hpp"

namespace news {
namespace {

void sort_unique(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

Span cover(const Span& a, const Span& b) {
  return {a.field, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// The spans of `sorted` that begin in [from, to] in a field.
auto beginning_in(const std::vector<Span>& sorted, std::uint8_t field, std::uint64_t from,
                  std::uint64_t to) {
  const auto before = [&](const Span& s, std::uint64_t at) {
    return s.field != field ? s.field < field : s.begin < at;
  };
  const auto first = std::lower_bound(sorted.begin(), sorted.end(), from, before);
  const auto last = std::lower_bound(first, sorted.end(), to + 1, before);
  return std::pair(first, last);
}

// The leaves that stand for words, in the order of the query.
void collect_leaves(const Node& node, std::vector<const Node*>& out) {
  if (is_word(node.op)) out.push_back(&node);
  for (const auto& child : node.children) collect_leaves(child, out);
}

}  // namespace

void DocumentMatcher::reset() {
  expanded_.clear();
  prepared_.clear();
  groups_.clear();
}

void DocumentMatcher::prepare(std::span<const Node* const> nodes) {
  prepared_.clear();
  groups_.clear();
  for (const Node* node : nodes) collect_leaves(*node, prepared_);
  if (prepared_.size() > kMaxLeaves) prepared_.clear();
}

// O(words of the leaves) once a language, and a byte a word of the lexicon.
DocumentMatcher::Groups& DocumentMatcher::groups(std::uint32_t language_code) {
  const auto [it, fresh] = groups_.try_emplace(language_code);
  Groups& out = it->second;
  if (!fresh) return out;
  std::map<WordId, std::uint64_t> leaves_of;
  for (std::size_t i = 0; i < prepared_.size(); ++i)
    for (const WordId id : words_of(*prepared_[i], language_code).ids)
      leaves_of[id] |= std::uint64_t{1} << i;
  std::map<std::uint64_t, std::uint8_t> numbers;
  out.of_word.resize(segment_.lexicon().size());
  for (const auto& [id, leaves] : leaves_of) {
    const auto [number, first] =
        numbers.try_emplace(leaves, static_cast<std::uint8_t>(out.leaves.size()));
    if (first && out.leaves.size() > kMaxGroups) {
      out.usable = false;
      return out;
    }
    if (first) out.leaves.push_back(leaves);
    if (id < out.of_word.size()) out.of_word[id] = number->second;
  }
  return out;
}

void DocumentMatcher::note_words() {
  noted_ = false;
  if (prepared_.empty()) return;
  const Groups& table = groups(language_code_);
  if (!table.usable) return;
  for (int field = 0; field < 2; ++field) {
    notes_[field].clear();
    const auto& words = words_[field];
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const WordId id = words[i];
      if (id < table.of_word.size() && table.of_word[id] != 0)
        notes_[field].emplace_back(i, table.leaves[table.of_word[id]]);
    }
  }
  noted_ = true;
}

std::vector<Span> DocumentMatcher::noted_spans(std::size_t leaf, const Region& region) const {
  std::vector<Span> out;
  for (std::uint8_t field = 0; field < 2; ++field)
    for (const auto& [position, leaves] : notes_[field]) {
      if (position >= (field == 0 ? region.title : region.text)) break;
      if (leaves >> leaf & 1) out.push_back({field, position, position + 1});
    }
  return out;
}

const TermExpansion& DocumentMatcher::words_of(const Node& leaf, std::uint32_t language_code) {
  for (const auto& e : expanded_)
    if (e.leaf == &leaf && e.language == language_code && e.op == leaf.op && e.text == leaf.text)
      return *e.words;
  if (language_names_.empty()) language_names_.resize(segment_.values(Column::language).size() + 1);
  if (language_code >= language_names_.size())
    throw_damaged("segment " + segment_.info().name, "an article has an unknown language");
  std::string& language = language_names_[language_code];
  if (language.empty() && language_code > 0)
    language = stemming_language(segment_.values(Column::language).at(language_code - 1));
  const TermExpansion& words = expander_.expand(leaf, language);
  expanded_.push_back({&leaf, language_code, leaf.op, leaf.text, &words});
  return words;
}

void DocumentMatcher::open(DocId article) {
  article_ = article;
  language_code_ = segment_.codes(Column::language, article)[0];
  const WordRecord record = segment_.words(article);
  for (auto* words : {&words_[0], &words_[1]}) words->clear();
  if (!decode_codes(record.title, words_[0]) || !decode_codes(record.text, words_[1]))
    throw_damaged("segment " + segment_.info().name, "broken word codes");
  bounds_ = record.bounds;
  bounds_read_ = false;
  written_.reset();
  forms_.reset();
  note_words();
}

void DocumentMatcher::read_bounds() {
  if (bounds_read_) return;
  bounds_read_ = true;
  sentence_of_.clear();
  paragraph_of_.clear();
  std::uint32_t sentence = 0, paragraph = 0;
  std::uint64_t value = 0;
  for (auto rest = bounds_; !rest.empty() && get_varint(rest, value); ++sentence) {
    const std::uint64_t words = std::min<std::uint64_t>(value >> 1, words_[1].size());
    sentence_of_.insert(sentence_of_.end(), words, sentence);
    paragraph_of_.insert(paragraph_of_.end(), words, paragraph);
    paragraph += value & 1;
  }
  sentence_of_.resize(words_[1].size(), sentence);
  paragraph_of_.resize(words_[1].size(), paragraph);
}

std::uint32_t DocumentMatcher::first_paragraph() {
  read_bounds();
  const auto end =
      std::find_if(paragraph_of_.begin(), paragraph_of_.end(), [](auto p) { return p > 0; });
  return static_cast<std::uint32_t>(end - paragraph_of_.begin());
}

Region DocumentMatcher::scope(const Node& node) {
  switch (node.op) {
    case Op::title:
      return {0xFFFFFFFF, 0};
    case Op::text:
      return {0, 0xFFFFFFFF};
    case Op::lead:
      return {0xFFFFFFFF, first_paragraph()};
    case Op::first:
      return {0, node.n};
    default:
      return {};
  }
}

bool DocumentMatcher::matches(const Node& node, const Region& region) {
  switch (node.op) {
    case Op::all:
      return true;
    case Op::and_:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return matches(child, region); });
    case Op::or_:
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return matches(child, region); });
    case Op::not_:
      return !matches(node.children[0], region);
    case Op::atleast:
      return spans(node.children[0], region).size() >= node.n;
    case Op::title:
    case Op::text:
    case Op::lead:
    case Op::first: {
      const Region inner = scope(node);
      return matches(node.children[0],
                     {std::min(inner.title, region.title), std::min(inner.text, region.text)});
    }
    default:
      return !spans(node, region).empty();
  }
}

std::vector<Span> DocumentMatcher::spans(const Node& node, const Region& region) {
  switch (node.op) {
    case Op::or_: {
      std::vector<Span> out;
      for (const auto& child : node.children) {
        const auto more = spans(child, region);
        out.insert(out.end(), more.begin(), more.end());
      }
      sort_unique(out);
      return out;
    }
    case Op::phrase:
      return phrase_spans(node, region);
    case Op::near:
    case Op::adj:
    case Op::sentence:
    case Op::paragraph:
      return pair_spans(node, region);
    case Op::not_near:
      return without_near(node, region);
    default:
      return leaf_spans(node, region);
  }
}

std::vector<Span> DocumentMatcher::leaf_spans(const Node& leaf, const Region& region) {
  const bool written = leaf.op == Op::case_word || leaf.op == Op::accents_word;
  const auto prepared = std::find(prepared_.begin(), prepared_.end(), &leaf);
  if (noted_ && prepared != prepared_.end()) {
    auto spans = noted_spans(static_cast<std::size_t>(prepared - prepared_.begin()), region);
    if (written) std::erase_if(spans, [&](const Span& s) { return !as_written(leaf, s); });
    return spans;
  }
  static const std::vector<WordId> none;
  const auto& ids = leaf.op == Op::any_word ? none : words_of(leaf, language_code_).ids;
  std::vector<Span> out;
  for (std::uint8_t field = 0; field < 2; ++field) {
    const auto& words = words_[field];
    const auto limit = static_cast<std::uint32_t>(
        std::min<std::size_t>(words.size(), field == 0 ? region.title : region.text));
    for (std::uint32_t i = 0; i < limit; ++i) {
      const bool hit = leaf.op == Op::any_word ||
                       (ids.size() == 1 ? words[i] == ids[0]
                                        : std::binary_search(ids.begin(), ids.end(), words[i]));
      if (!hit) continue;
      const Span span{field, i, i + 1};
      if (!written || as_written(leaf, span)) out.push_back(span);
    }
  }
  return out;
}

DocumentMatcher::Written& DocumentMatcher::written() {
  if (!written_) {
    Written read;
    read.article = segment_.article(article_, &read.words);
    written_ = std::move(read);
  }
  return *written_;
}

bool DocumentMatcher::as_written(const Node& leaf, const Span& span) {
  if (!forms_) forms_ = segment_.word_forms(article_, words_[0].size(), words_[1].size());
  const WordId id = words_[span.field][span.begin];
  std::string raw = segment_.word_form(*forms_, span.field == 0, span.begin, id), form;
  if (leaf.op == Op::case_word) {
    if (is_ascii(raw)) return raw == leaf.text;  // it has no accents to fold
    fold_accents(raw, form);
  } else {
    if (is_ascii(raw)) return is_ascii(leaf.text);  // both fold to this same word
    fold_case(raw, form);
  }
  return form == leaf.text;
}

std::vector<Span> DocumentMatcher::phrase_spans(const Node& phrase, const Region& region) {
  std::vector<Span> found = spans(phrase.children[0], region);
  for (std::size_t i = 1; i < phrase.children.size() && !found.empty(); ++i) {
    if (phrase.children[i].op == Op::any_word) {
      for (auto& span : found) ++span.end;
      std::erase_if(found, [&](const Span& s) {
        return s.end > std::min<std::size_t>(words_[s.field].size(),
                                             s.field == 0 ? region.title : region.text);
      });
      continue;
    }
    const auto next = spans(phrase.children[i], region);
    std::vector<Span> longer;
    for (const auto& s : found) {
      const auto [first, last] = beginning_in(next, s.field, s.end, s.end);
      for (auto it = first; it != last; ++it) longer.push_back({s.field, s.begin, it->end});
    }
    sort_unique(longer);
    found.swap(longer);
  }
  return found;
}

// The sentence or paragraph a span lies in; `inside` is false when it crosses an end. The title is
// one unit.
std::uint32_t DocumentMatcher::unit(const Span& span, bool paragraph, bool& inside) {
  inside = true;
  if (span.field == 0) return 0;
  read_bounds();
  const auto& of = paragraph ? paragraph_of_ : sentence_of_;
  inside = of[span.begin] == of[span.end - 1];
  return of[span.begin];
}

std::vector<Span> DocumentMatcher::pair_spans(const Node& node, const Region& region) {
  const auto a = spans(node.children[0], region);
  if (a.empty()) return {};
  const auto b = spans(node.children[1], region);
  std::vector<Span> out;
  if (node.op == Op::near || node.op == Op::adj) {
    const auto join = [&](const std::vector<Span>& early, const std::vector<Span>& late) {
      for (const auto& s : early) {
        const auto [first, last] =
            beginning_in(late, s.field, s.end, std::uint64_t{s.end} + node.n - 1);
        for (auto it = first; it != last; ++it) out.push_back(cover(s, *it));
      }
    };
    join(a, b);
    if (node.op == Op::near) join(b, a);
  } else {
    join_units(a, b, node.op == Op::paragraph, out);
  }
  sort_unique(out);
  return out;
}

// Pairs of spans that do not overlap and lie in the same sentence or paragraph. Both lists ascend,
// so their units do.
void DocumentMatcher::join_units(const std::vector<Span>& a, const std::vector<Span>& b,
                                 bool paragraph, std::vector<Span>& out) {
  struct Placed {
    std::uint8_t field;
    std::uint32_t unit;
    const Span* span;
  };
  std::vector<Placed> places;
  for (const auto& y : b) {
    bool inside = true;
    const std::uint32_t n = unit(y, paragraph, inside);
    if (inside) places.push_back({y.field, n, &y});
  }
  for (const auto& x : a) {
    bool inside = true;
    const std::uint32_t n = unit(x, paragraph, inside);
    if (!inside) continue;
    auto it = std::lower_bound(
        places.begin(), places.end(), std::pair(x.field, n),
        [](const Placed& p, const auto& key) { return std::pair(p.field, p.unit) < key; });
    for (; it != places.end() && it->field == x.field && it->unit == n; ++it)
      if (x.end <= it->span->begin || it->span->end <= x.begin) out.push_back(cover(x, *it->span));
  }
}

std::vector<Span> DocumentMatcher::without_near(const Node& node, const Region& region) {
  auto a = spans(node.children[0], region);
  if (a.empty()) return a;
  const auto b = spans(node.children[1], region);
  std::uint32_t longest = 0;
  for (const auto& y : b) longest = std::max(longest, y.end - y.begin);
  const auto close = [&](const Span& x) {
    const std::uint64_t reach = std::uint64_t{node.n} + longest;
    const auto [first, last] = beginning_in(b, x.field, x.begin > reach ? x.begin - reach : 0,
                                            std::uint64_t{x.end} + node.n);
    return std::any_of(first, last, [&](const Span& y) {
      if (x.begin < y.end && y.begin < x.end) return true;
      const std::uint32_t gap = y.begin >= x.end ? y.begin - x.end : x.begin - y.end;
      return gap + 1 <= node.n;
    });
  };
  std::erase_if(a, close);
  return a;
}

}  // namespace news
