// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/author_portrait.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>

#include "common/text/fold.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxName = 50, kMaxContact = 300;
constexpr std::size_t kMinScraps = 3, kScrapWords = 5;

bool holds(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.find(phrase) != text.npos; });
}

/// Sentences of a few words each, none of them about what somebody did or said.
bool is_scraps(std::string_view text) {
  if (!text.ends_with('.')) return false;
  std::size_t scraps = 0, words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(". ", at), text.size());
    const auto scrap = text.substr(at, end - at);
    words += 1 + static_cast<std::size_t>(std::count(scrap.begin(), scrap.end(), ' '));
    ++scraps;
    at = end + 2;
  }
  return scraps >= kMinScraps && words <= scraps * kScrapWords;
}

std::string_view without_quotes(std::string_view text) {
  for (const std::string_view quote : {"\"", "“", "”"}) {
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text;
}

std::string fold(std::string_view text) {
  std::string out;
  fold_word(text, out);
  return out;
}

}  // namespace

bool is_name(std::string_view line) {
  if (line.size() > kMaxName) return false;
  std::size_t words = 0, capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size());
    const auto word = line.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word.find_first_of(",;:!?()0123456789\"/@") != word.npos) return false;
    ++words;
    capitals += (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80;
    if (word.ends_with('.') && word.size() > 3) return false;
  }
  return words >= 2 && words <= 4 && capitals >= 2 && capitals + 1 >= words;
}

bool is_portrait(std::string_view paragraph, std::string_view name) {
  const auto inner = without_quotes(paragraph);
  if (is_scraps(inner)) return true;
  const std::string folded = fold(inner);
  const std::string who = fold(name);
  if (!folded.starts_with(who) && !folded.starts_with(who.substr(0, who.find(' '))) &&
      !folded.starts_with("he is") && !folded.starts_with("she is"))
    return false;
  return holds(folded, {" writer", " reporter", " journalist", " columnist", " editor",
                        " correspondent", " contributor", " author of", " blogger", " writes ",
                        " covers ", " freelance", " producer"});
}

bool is_contact(std::string_view paragraph) {
  if (paragraph.size() > kMaxContact) return false;
  return holds(fold(paragraph),
               {"follow him on", "follow her on", "follow them on", "follow me on", "on twitter @",
                "on twitter: @", "on twitter at @", "be reached at", "email him at", "email her at",
                "e-mail him at", "e-mail her at", "contact the writer", "contact the author",
                "contact the reporter"});
}

}  // namespace news
