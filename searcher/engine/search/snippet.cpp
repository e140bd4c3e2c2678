// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/search/snippet.hpp"

#include <algorithm>

namespace news {
namespace {

// The first match of the window of `bytes` that holds the most matches.
std::size_t best_window(const std::vector<Match>& matches, std::size_t bytes) {
  std::size_t best = 0, most = 0;
  for (std::size_t first = 0, last = 0; first < matches.size(); ++first) {
    last = std::max(last, first);
    while (last < matches.size() && matches[last].end <= matches[first].begin + bytes) ++last;
    if (last - first > most) {
      most = last - first;
      best = first;
    }
  }
  return best;
}

// Other control characters are shown as they are.
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Moves a cut to the next blank, or at least off the middle of a character.
std::size_t next_cut(std::string_view text, std::size_t at, std::size_t limit) {
  for (std::size_t i = at; i < limit; ++i)
    if (is_space(text[i])) return i + 1;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

}  // namespace

Snippet make_snippet(const Article& article, const std::vector<Match>& all, std::size_t bytes) {
  const std::string_view text = article.text;
  std::vector<Match> matches;
  std::copy_if(all.begin(), all.end(), std::back_inserter(matches),
               [](const Match& m) { return !m.in_title; });
  std::size_t begin = 0;
  if (!matches.empty()) {
    const Match& first = matches[best_window(matches, bytes * 3 / 4)];
    const std::size_t lead = std::min<std::size_t>(first.begin, bytes / 4);
    begin = first.begin - lead;
    if (begin > 0) begin = next_cut(text, begin, first.begin);
  }
  std::size_t end = std::min(text.size(), begin + bytes);
  for (const auto& m : matches)  // never cut a match in two
    if (m.begin < end && m.end > end && m.end - begin < 2 * bytes) end = m.end;
  if (end < text.size()) {
    std::size_t back = end;
    while (back > begin && !is_space(text[back]) && end - back < 30) --back;
    const bool in_match = std::any_of(matches.begin(), matches.end(), [&](const Match& m) {
      return m.begin < end && m.end > back;
    });
    if (back > begin && is_space(text[back]) && !in_match) end = back;
    while (end < text.size() && is_continuation(text[end])) ++end;
  }
  Snippet out;
  out.cut_front = begin > 0;
  out.cut_back = end < text.size();
  for (std::size_t i = begin; i < end; ++i) out.text += is_space(text[i]) ? ' ' : text[i];
  for (const auto& m : matches)
    if (m.begin >= begin && m.end <= end) out.matches.emplace_back(m.begin - begin, m.end - begin);
  return out;
}

}  // namespace news
