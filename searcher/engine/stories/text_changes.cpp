// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/stories/text_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/text/numbers.hpp"
#include "common/text/segmenter.hpp"
#include "searcher/engine/diff/word_diff.hpp"

namespace news {
namespace {

std::uint64_t count_words(std::string_view text) {
  std::uint64_t out = 0;
  for_each_word(text, [&](std::size_t, std::size_t, bool) { ++out; });
  return out;
}

std::string counted(std::uint64_t words, const char* what) {
  return fmt::format("{} {} {}", with_commas(words), words == 1 ? "word" : "words", what);
}

std::string words_text(const TextChanges& changes) {
  if (changes.added > 0 && changes.removed > 0)
    return counted(changes.added, "added") + ", " + with_commas(changes.removed) + " removed";
  if (changes.added > 0) return counted(changes.added, "added");
  if (changes.removed > 0) return counted(changes.removed, "removed");
  return "signs and blanks changed";
}

}  // namespace

TextChanges find_changes(const Article& original, const Article& copy) {
  TextChanges out;
  out.title = original.title != copy.title;
  out.author = original.authors != copy.authors;
  out.text = original.text != copy.text;
  out.words = count_words(copy.text);
  out.original_words = out.text ? count_words(original.text) : out.words;
  if (!out.text) return out;
  for (const Edit& edit : word_diff(original.text, copy.text)) {
    if (edit.op == Edit::Op::added) out.added += count_words(edit.text);
    if (edit.op == Edit::Op::removed) out.removed += count_words(edit.text);
  }
  return out;
}

std::string changes_text(const TextChanges& changes) {
  std::vector<std::string> parts;
  if (changes.title) parts.emplace_back("headline changed");
  if (changes.author) parts.emplace_back("author changed");
  if (changes.text) parts.push_back(words_text(changes));
  if (changes.words * 10 < changes.original_words * 9)
    parts.push_back(fmt::format("text cut to {} %", changes.words * 100 / changes.original_words));
  return parts.empty() ? "the same" : fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace news
