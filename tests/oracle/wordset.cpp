// SPDX-License-Identifier: GPL-2.0-or-later
#include "wordset.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "fold.hpp"

namespace oracle {

template <class Accepts>
WordSet Leaves::written(Accepts accepts) const {
  std::vector<bool> set(corpus_.lexicon.size());
  for (uint32_t i = 0; i < set.size(); ++i) set[i] = accepts(corpus_.lexicon.forms(i));
  return WordSet({std::move(set)});
}

template <class Accepts>
WordSet Leaves::folded(Accepts accepts) const {
  std::vector<bool> accepted(corpus_.lexicon.folded().size());
  for (uint32_t i = 0; i < accepted.size(); ++i) {
    accepted[i] = accepts(corpus_.lexicon.folded().at(i));
  }
  return written([&](const Forms& forms) -> bool { return accepted[forms.folded]; });
}

WordSet Leaves::stem(const std::string& word) const {
  std::vector<std::vector<bool>> sets;
  for (uint32_t i = 0; i < corpus_.languages.size(); ++i) {
    const uint32_t wanted = corpus_.stems.find(stemOf(corpus_.languages.at(i), word));
    const auto& stems = corpus_.stem[i];
    std::vector<bool> set(corpus_.lexicon.size());
    for (uint32_t w = 0; wanted != kNone && w < set.size(); ++w) {
      set[w] = stems[corpus_.lexicon.forms(w).folded] == wanted;
    }
    sets.push_back(std::move(set));
  }
  return WordSet(std::move(sets));
}

std::vector<icu::UnicodeString> Leaves::wordsOf(const std::string& text) {
  const icu::UnicodeString all = fromUtf8(text);
  std::vector<icu::UnicodeString> out;
  for (const Stretch& at : segmenter_.words(all)) {
    icu::UnicodeString word = all.tempSubStringBetween(at.begin, at.end);
    if (!fold(word).empty()) out.push_back(word);
  }
  return out;
}

std::vector<WordSet> Leaves::stemmed(const std::string& text) {
  std::vector<WordSet> out;
  for (const auto& word : wordsOf(text)) out.push_back(stem(fold(word)));
  return out;
}

std::vector<WordSet> Leaves::exact(const std::string& text) {
  std::vector<WordSet> out;
  for (const auto& word : wordsOf(text)) {
    const uint32_t wanted = corpus_.lexicon.folded().find(fold(word));
    out.push_back(written([=](const Forms& forms) { return forms.folded == wanted; }));
  }
  return out;
}

std::vector<WordSet> Leaves::phrase(const std::string& text) {
  std::vector<WordSet> out;
  std::string run;
  const auto flush = [&] {
    for (WordSet& set : exact(std::exchange(run, {}))) out.push_back(std::move(set));
  };
  std::istringstream pieces(text);
  for (std::string piece; pieces >> piece;) {
    if (piece == "*") {
      flush();
      out.emplace_back();
    } else {
      run += piece + ' ';
    }
  }
  flush();
  return out;
}

std::vector<WordSet> Leaves::cased(const std::string& text) {
  std::vector<WordSet> out;
  for (const auto& word : wordsOf(text)) {
    const uint32_t wanted = corpus_.lexicon.cased().find(foldKeepingCase(word));
    out.push_back(written([=](const Forms& forms) { return forms.cased == wanted; }));
  }
  return out;
}

std::vector<WordSet> Leaves::accented(const std::string& text) {
  std::vector<WordSet> out;
  for (const auto& word : wordsOf(text)) {
    const uint32_t wanted = corpus_.lexicon.accented().find(foldKeepingAccents(word));
    out.push_back(written([=](const Forms& forms) { return forms.accented == wanted; }));
  }
  return out;
}

std::vector<WordSet> Leaves::prefix(const std::string& text) {
  const std::string wanted = fold(fromUtf8(text));
  std::vector<WordSet> out;
  out.push_back(folded([&](const std::string& word) { return word.starts_with(wanted); }));
  return out;
}

std::vector<WordSet> Leaves::wildcard(const std::string& pattern) {
  const std::u32string wanted = toUtf32(fold(fromUtf8(pattern)));
  std::vector<WordSet> out;
  out.push_back(
      folded([&](const std::string& word) { return matchesPattern(wanted, toUtf32(word)); }));
  return out;
}

std::vector<WordSet> Leaves::fuzzy(const std::string& text, unsigned distance) {
  const std::u32string wanted = toUtf32(fold(fromUtf8(text)));
  std::vector<WordSet> out;
  out.push_back(folded([&](const std::string& word) {
    const std::u32string letters = toUtf32(word);
    const size_t longer = std::max(letters.size(), wanted.size());
    if (longer - std::min(letters.size(), wanted.size()) > distance) return false;
    return editDistance(wanted, letters) <= distance;
  }));
  return out;
}

bool matchesPattern(std::u32string_view pattern, std::u32string_view word) {
  if (pattern.empty()) return word.empty();
  if (pattern.front() == U'*') {
    for (size_t skip = 0; skip <= word.size(); ++skip) {
      if (matchesPattern(pattern.substr(1), word.substr(skip))) return true;
    }
    return false;
  }
  if (word.empty() || (pattern.front() != U'?' && pattern.front() != word.front())) return false;
  return matchesPattern(pattern.substr(1), word.substr(1));
}

size_t editDistance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<size_t>> d(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
      const bool swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swap) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace oracle
