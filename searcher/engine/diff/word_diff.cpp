// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/diff/word_diff.hpp"

#include <algorithm>

#include "common/text/segmenter.hpp"
#include "common/words/intern_table.hpp"
#include "searcher/engine/diff/edit_script.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxForWords = 32u << 20;  // bytes

/// A text cut into words, blanks, line ends and other signs, or into lines.
struct Tokens {
  std::string_view text;
  std::vector<std::uint32_t> starts;   ///< one more than there are tokens
  std::vector<bool> gap;               ///< blanks and other signs
  std::vector<std::uint32_t> numbers;  ///< equal for equal tokens
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
  Tokens out{text, {}, {}, {}};
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
  Tokens out{text, {}, {}, {}};
  for (std::size_t at = 0; at < text.size();) {
    out.starts.push_back(static_cast<std::uint32_t>(at));
    out.gap.push_back(false);
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  out.starts.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

void number_both(Tokens& a, Tokens& b) {
  InternTable known;
  for (Tokens* tokens : {&a, &b})
    for (std::size_t i = 0; i < tokens->size(); ++i)
      tokens->numbers.push_back(known.intern(tokens->range(i, i + 1)));
}

EditScript replace_middle(const Tokens& from, const Tokens& to) {
  const auto& a = from.numbers;
  const auto& b = to.numbers;
  const auto least = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < least && a[front] == b[front]) ++front;
  while (back < least - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  EditScript out{std::vector<bool>(a.size()), std::vector<bool>(b.size())};
  for (std::size_t i = front; i < a.size() - back; ++i) out.removed[i] = true;
  for (std::size_t i = front; i < b.size() - back; ++i) out.added[i] = true;
  return out;
}

/// Ranges of tokens, of which one takes the other's place.
struct Change {
  std::size_t from, from_end, to, to_end;
};

std::vector<Change> list_changes(const EditScript& script) {
  std::vector<Change> out;
  std::size_t i = 0, j = 0;
  while (i < script.removed.size() || j < script.added.size()) {
    Change change{i, i, j, j};
    while (i < script.removed.size() && script.removed[i]) ++i;
    while (j < script.added.size() && script.added[j]) ++j;
    change.from_end = i;
    change.to_end = j;
    if (change.from < i || change.to < j) {
      out.push_back(change);
    } else {
      ++i;
      ++j;
    }
  }
  return out;
}

// What is only removed or only added may often begin in several places. In the last of them it
// mostly begins with a word and ends where a sentence or a paragraph does.
void move_back(std::vector<Change>& changes, const Tokens& from, const Tokens& to) {
  for (std::size_t n = 0; n < changes.size(); ++n) {
    Change& c = changes[n];
    const std::size_t limit = n + 1 < changes.size() ? changes[n + 1].from : from.size();
    const bool added = c.from == c.from_end, removed = c.to == c.to_end;
    while ((added || removed) && c.from_end < limit &&
           (added ? to.numbers[c.to] == to.numbers[c.to_end]
                  : from.numbers[c.from] == from.numbers[c.from_end])) {
      ++c.from, ++c.from_end;
      ++c.to, ++c.to_end;
    }
  }
}

// A comma alone between two changes tells nobody anything: it is part of both.
std::vector<Change> join(const std::vector<Change>& changes, const Tokens& from) {
  std::vector<Change> out;
  for (const Change& change : changes) {
    std::size_t between = out.empty() ? change.from : out.back().from_end;
    while (between < change.from && from.gap[between]) ++between;
    if (out.empty() || between < change.from) out.push_back(change);
    out.back().from_end = change.from_end;
    out.back().to_end = change.to_end;
  }
  return out;
}

std::vector<Edit> make_edits(const EditScript& script, const Tokens& from, const Tokens& to) {
  std::vector<Edit> out;
  const auto add = [&](Edit::Op op, std::string_view text) {
    if (!text.empty()) out.push_back({op, text});
  };
  auto changes = list_changes(script);
  move_back(changes, from, to);
  std::size_t done = 0;
  for (const Change& change : join(changes, from)) {
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
  if (from.size() + to.size() <= kMaxForWords) {
    Tokens a = cut_words(from), b = cut_words(to);
    number_both(a, b);
    if (const auto script = shortest_edit(a.numbers, b.numbers, most_steps))
      return make_edits(*script, a, b);
  }
  Tokens a = cut_lines(from), b = cut_lines(to);
  number_both(a, b);
  const auto script = shortest_edit(a.numbers, b.numbers, most_steps);
  return make_edits(script ? *script : replace_middle(a, b), a, b);
}

}  // namespace news
