// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/spans.hpp"

#include <algorithm>

#include "common/io/varint.hpp"
#include "common/text/fold.hpp"

namespace news {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
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

}  // namespace news
