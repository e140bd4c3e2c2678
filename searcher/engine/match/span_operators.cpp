// SPDX-License-Identifier: GPL-2.0-or-later
// What operators mean, in places of one article. The words and leaves below them are in spans.cpp.
#include <algorithm>

#include "searcher/engine/match/spans.hpp"

namespace news {
namespace {

void sort_unique(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
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

}  // namespace

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
