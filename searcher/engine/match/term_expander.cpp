// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/match/term_expander.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "common/text/edit_distance.hpp"
#include "common/text/fold.hpp"
#include "common/text/utf8.hpp"
#include "searcher/engine/query/printer.hpp"

namespace news {

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char c = decode_utf8(utf8, at);
    out += c.code;
    at += c.length;
  }
  return out;
}

bool wildcard_match(std::string_view pattern, std::string_view word) {
  std::size_t p = 0, w = 0, star = std::string_view::npos, retry = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = w;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      w += decode_utf8(word, w).length;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++p;
      ++w;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      retry += decode_utf8(word, retry).length;
      w = retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<WordId> TermExpander::scan_words(const Node& leaf) {
  const bool fuzzy = leaf.op == Op::fuzzy;
  const auto target = to_code_points(leaf.text);
  const std::string prefix = fuzzy ? "" : leaf.text.substr(0, leaf.text.find_first_of("*?"));
  const std::string suffix = fuzzy ? "" : leaf.text.substr(leaf.text.find_last_of("*?") + 1);
  std::vector<WordId> ids;
  segment_.lexicon().scan(prefix, [&](WordId id, std::string_view word) {
    const bool hit = !fuzzy ? word.ends_with(suffix) && wildcard_match(leaf.text, word)
                     : word.size() > leaf.text.size() + 4 * leaf.n
                         ? false
                         : edit_distance<char32_t>(target, to_code_points(word), leaf.n) <= leaf.n;
    if (hit) ids.push_back(id);
    return true;
  });
  if (ids.size() > max_expansions_)
    throw Error(ErrorCode::usage,
                fmt::format("{} stands for {} words, more than {}", to_string(leaf), ids.size(),
                            max_expansions_),
                "Write more letters of the word, or raise --max-expansions.");
  return ids;
}

std::vector<WordId> TermExpander::find_words(const Node& leaf) {
  if (leaf.op == Op::wildcard || leaf.op == Op::fuzzy) return scan_words(leaf);
  std::string folded = leaf.text;
  if (leaf.op == Op::case_word || leaf.op == Op::accents_word) fold_word(leaf.text, folded);
  const auto id = segment_.lexicon().find(folded);
  return id ? std::vector<WordId>{*id} : std::vector<WordId>{};
}

// Cuts the words of each stem into those that are wanted and the others.
void TermExpander::add_stems(TermExpansion& out, const std::string& language) {
  std::set<std::string> stems;
  for (const WordId id : out.ids)
    stems.insert(stemmer_.stem(language, segment_.lexicon().word(id)));
  for (const auto& stem : stems) {
    TermExpansion::Stem entry{stem, "", false, {}, false};
    const auto words = segment_.lexicon().stem_class(language, stem);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool wanted = std::binary_search(out.ids.begin(), out.ids.end(), words[i]);
      const std::string word = i == 0 || wanted ? segment_.lexicon().word(words[i]) : "";
      if (i == 0) entry.most_frequent = word;
      if (i == 0) entry.frequent_wanted = wanted;
      if (i > 0 && wanted) entry.wanted_forms.push_back(word);
      entry.others_left |= i > 0 && !wanted;
    }
    if (entry.frequent_wanted || !entry.wanted_forms.empty()) out.stems.push_back(std::move(entry));
  }
}

const TermExpansion& TermExpander::expand(const Node& leaf, const std::string& language) {
  const std::string key =
      fmt::format("{}/{}/{}/{}", language, static_cast<int>(leaf.op), leaf.n, leaf.text);
  const auto [it, fresh] = cache_.try_emplace(key);
  TermExpansion& out = it->second;
  if (!fresh) return out;
  if (leaf.op == Op::word) {
    const std::string stem = stemmer_.stem(language, leaf.text);
    out.ids = segment_.lexicon().stem_class(language, stem);
    out.stems.push_back({stem, "", true, {}, false});
    return out;
  }
  out.ids = find_words(leaf);
  std::sort(out.ids.begin(), out.ids.end());
  add_stems(out, language);
  return out;
}

}  // namespace news
