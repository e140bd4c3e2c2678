// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_diff.hpp"

#include <algorithm>

#include "common/text/segmenter.hpp"
#include "common/words/intern_table.hpp"
#include "searcher/edit_script.hpp"

namespace news {
namespace {

constexpr std::size_t kMostForWords = 32u << 20;  // bytes

/// A text cut into words, blanks, line ends and other signs, or into lines.
struct Tokens {
  std::string_view text;
  std::vector<std::uint32_t> starts;  ///< one more than there are tokens
  std::vector<bool> gap;              ///< blanks and other signs
  std::size_t size() const { return gap.size(); }
  std::string_view range(std::size_t begin, std::size_t end) const {
    return text.substr(starts[begin], starts[end] - starts[begin]);
  }
};

enum class Sign { blank, line_end, other };

Sign sign_of(char c) {
  if (c == '\n' || c == '\r') return Sign::line_end;
  return c == ' ' || c == '\t' ? Sign::blank : Sign::other;
}

void cut_gap(Tokens& out, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    const Sign sign = sign_of(out.text[at]);
    if (at > begin && sign == sign_of(out.text[at - 1])) continue;
    out.starts.push_back(static_cast<std::uint32_t>(at));
    out.gap.push_back(sign != Sign::line_end);
  }
}

Tokens cut_words(std::string_view text) {
  Tokens out{text, {}, {}};
  std::size_t at = 0;
  for_each_word(text, [&](std::size_t begin, std::size_t end, bool) {
    cut_gap(out, at, begin);
    out.starts.push_back(static_cast<std::uint32_t>(begin));
    out.gap.push_back(false);
    at = end;
  });
  cut_gap(out, at, text.size());
  out.starts.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

Tokens cut_lines(std::string_view text) {
  Tokens out{text, {}, {}};
  for (std::size_t at = 0; at < text.size();) {
    out.starts.push_back(static_cast<std::uint32_t>(at));
    out.gap.push_back(false);
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  out.starts.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

// Equal tokens of both texts get equal numbers.
std::vector<std::uint32_t> number(const Tokens& tokens, InternTable& known) {
  std::vector<std::uint32_t> out(tokens.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = known.intern(tokens.range(i, i + 1));
  return out;
}

EditScript replace_middle(const std::vector<std::uint32_t>& from,
                          const std::vector<std::uint32_t>& to) {
  const auto least = std::min(from.size(), to.size());
  std::size_t front = 0, back = 0;
  while (front < least && from[front] == to[front]) ++front;
  while (back < least - front && from[from.size() - 1 - back] == to[to.size() - 1 - back]) ++back;
  EditScript out{std::vector<bool>(from.size()), std::vector<bool>(to.size())};
  std::fill(out.removed.begin() + front, out.removed.end() - back, true);
  std::fill(out.added.begin() + front, out.added.end() - back, true);
  return out;
}

/// Ranges of tokens, of which one takes the other's place.
struct Change {
  std::size_t from, from_end, to, to_end;
};

// A comma alone between two changes tells nobody anything: it is part of both.
std::vector<Change> list_changes(const EditScript& script, const Tokens& from) {
  std::vector<Change> out;
  std::size_t i = 0, j = 0;
  bool words = true;  // has there been more than a gap since the last change?
  while (i < script.removed.size() || j < script.added.size()) {
    Change change{i, i, j, j};
    while (i < script.removed.size() && script.removed[i]) ++i;
    while (j < script.added.size() && script.added[j]) ++j;
    change.from_end = i;
    change.to_end = j;
    if (change.from < i || change.to < j) {
      if (words) out.push_back(change);
      out.back().from_end = i;
      out.back().to_end = j;
      words = false;
      continue;
    }
    words = words || !from.gap[i];
    ++i;
    ++j;
  }
  return out;
}

std::vector<Edit> make_edits(const EditScript& script, const Tokens& from, const Tokens& to) {
  std::vector<Edit> out;
  const auto add = [&](Edit::Op op, std::string_view text) {
    if (!text.empty()) out.push_back({op, text});
  };
  std::size_t done = 0;
  for (const Change& change : list_changes(script, from)) {
    add(Edit::Op::same, from.range(done, change.from));
    add(Edit::Op::removed, from.range(change.from, change.from_end));
    add(Edit::Op::added, to.range(change.to, change.to_end));
    done = change.from_end;
  }
  add(Edit::Op::same, from.range(done, from.size()));
  return out;
}

}  // namespace

std::vector<Edit> word_diff(std::string_view from, std::string_view to, std::uint64_t most_steps) {
  if (from.size() + to.size() <= kMostForWords) {
    const Tokens a = cut_words(from), b = cut_words(to);
    InternTable known;
    if (const auto script = shortest_edit(number(a, known), number(b, known), most_steps))
      return make_edits(*script, a, b);
  }
  const Tokens a = cut_lines(from), b = cut_lines(to);
  InternTable known;
  const auto old_lines = number(a, known), new_lines = number(b, known);
  const auto script = shortest_edit(old_lines, new_lines, most_steps);
  return make_edits(script ? *script : replace_middle(old_lines, new_lines), a, b);
}

}  // namespace news
