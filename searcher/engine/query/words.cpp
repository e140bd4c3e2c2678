// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/query/words.hpp"

#include <utility>

#include "common/text/fold.hpp"
#include "common/text/segmenter.hpp"

namespace news {
namespace {

bool is_wild(char c) {
  return c == '*' || c == '?';
}

void fold(std::string_view word, Folding folding, std::string& out) {
  switch (folding) {
    case Folding::both:
      return fold_word(word, out);
    case Folding::keep_case:
      return fold_accents(word, out);
    case Folding::keep_accents:
      return fold_case(word, out);
  }
}

// The letters between the wildcards are folded, the wildcards stay.
QueryWord fold_pattern(std::string_view raw, Folding folding, bool literal) {
  QueryWord out;
  std::string folded;
  while (!raw.empty()) {
    const std::size_t run = std::min(raw.find_first_of("*?"), raw.size());
    if (literal)
      folded = raw.substr(0, run);
    else
      fold(raw.substr(0, run), folding, folded);
    if (run > 0) out.text += folded;
    raw.remove_prefix(run);
    if (raw.empty()) break;
    out.wildcard = true;
    if (raw[0] != '*' || !out.text.ends_with('*')) out.text += raw[0];
    raw.remove_prefix(1);
  }
  return out;
}

void add_plain(std::string_view raw, Folding folding, std::vector<QueryWord>& out) {
  std::string shown(raw);
  for (char& c : shown)
    if (is_wild(c)) c = 'x';
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  for_each_word(shown, [&](std::size_t begin, std::size_t end, bool) {
    // The stand-in letter parts from Han or Thai; the pattern it belongs to does not.
    const bool touches = !spans.empty() && spans.back().second == begin;
    if (touches && (is_wild(raw[begin]) || is_wild(raw[begin - 1])))
      spans.back().second = end;
    else
      spans.emplace_back(begin, end);
  });
  for (const auto& [begin, end] : spans)
    if (auto word = fold_pattern(raw.substr(begin, end - begin), folding, false);
        !word.text.empty())
      out.push_back(std::move(word));
}

bool reads_back(const std::string& spelt, const std::vector<std::string>& texts, Folding folding) {
  const auto words = analyse(spelt, folding);
  if (words.size() != texts.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].text != texts[i]) return false;
  return true;
}

}  // namespace

std::vector<QueryWord> analyse(std::string_view raw, Folding folding) {
  std::vector<QueryWord> out;
  while (!raw.empty()) {
    const std::size_t open = raw.find('`');
    const std::size_t close = open < raw.size() ? raw.find('`', open + 1) : open;
    if (close == std::string_view::npos) {
      add_plain(raw, folding, out);
      break;
    }
    add_plain(raw.substr(0, open), folding, out);
    out.push_back(fold_pattern(raw.substr(open + 1, close - open - 1), folding, true));
    raw.remove_prefix(close + 1);
  }
  return out;
}

bool is_bare_wildcard(const QueryWord& word) {
  return word.text.find_first_not_of("*?") == std::string::npos;
}

std::size_t find_outside_literals(std::string_view raw, std::string_view set) {
  bool literal = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '`')
      literal = !literal;
    else if (!literal && set.find(raw[i]) != std::string_view::npos)
      return i;
  }
  return std::string_view::npos;
}

std::string spell(const std::string& text, Folding folding) {
  // Words that dictionaries or compatibility forms cut again, and those with a mark of syntax.
  const bool plain = text.find_first_of(" \"()|~=^`!:-") == std::string::npos;
  return plain && reads_back(text, {text}, folding) ? text : "`" + text + "`";
}

std::string spell(const std::vector<std::string>& texts, Folding folding) {
  std::string joined, literal;
  for (const auto& text : texts) {
    if (!joined.empty()) joined += '-', literal += '-';
    joined += spell(text, folding);
    literal += "`" + text + "`";
  }
  return reads_back(joined, texts, folding) ? joined : literal;
}

}  // namespace news
