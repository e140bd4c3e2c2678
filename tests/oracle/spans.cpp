// SPDX-License-Identifier: GPL-2.0-or-later
#include "spans.hpp"

#include <algorithm>
#include <stdexcept>

namespace oracle {
namespace {

using Spans = std::vector<Span>;

void tidy(Spans& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

bool leafAt(const Node& node, const View& view, size_t position) {
  for (size_t i = 0; i < node.leaf.size(); ++i) {
    if (!node.leaf[i].has(view.words[position + i], view.language)) return false;
  }
  return true;
}

// How many positions a leaf can start at.
size_t startsOf(const Node& node, const View& view) {
  const size_t length = node.leaf.size();
  return length == 0 || view.words.size() < length ? 0 : view.words.size() - length + 1;
}

Spans leafSpans(const Node& node, const View& view) {
  Spans out;
  for (size_t i = 0; i < startsOf(node, view); ++i) {
    if (!leafAt(node, view, i)) continue;
    out.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(i + node.leaf.size())});
  }
  return out;
}

// Adds every pair with the first before the second and at most `gap` words between them.
void addOrdered(const Spans& first, const Spans& second, uint32_t gap, Spans& out) {
  for (const Span& a : first) {
    auto b = std::lower_bound(second.begin(), second.end(), Span{a.end, 0});
    for (; b != second.end() && b->begin - a.end <= gap; ++b) out.push_back({a.begin, b->end});
  }
}

// The sentence or paragraph round a position.
Span stretchAt(std::span<const uint32_t> starts, uint32_t position) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), position);
  return {next == starts.begin() ? 0 : *(next - 1), next == starts.end() ? UINT32_MAX : *next};
}

Spans together(const Spans& as, const Spans& bs, std::span<const uint32_t> starts) {
  Spans out;
  for (const Span& a : as) {
    const Span stretch = stretchAt(starts, a.begin);
    if (a.end > stretch.end) continue;
    auto b = std::lower_bound(bs.begin(), bs.end(), Span{stretch.begin, 0});
    for (; b != bs.end() && b->begin < stretch.end; ++b) {
      const bool apart = b->end <= a.begin || a.end <= b->begin;
      if (!apart || b->end > stretch.end) continue;
      out.push_back({std::min(a.begin, b->begin), std::max(a.end, b->end)});
    }
  }
  tidy(out);
  return out;
}

bool within(const Span& a, const Span& b, uint32_t n) {
  if (a.end <= b.begin) return b.begin - a.end < n;
  if (b.end <= a.begin) return a.begin - b.end < n;
  return true;
}

Spans lonely(const Spans& as, const Spans& bs, uint32_t n) {
  Spans out;
  for (const Span& a : as) {
    if (std::none_of(bs.begin(), bs.end(), [&](const Span& b) { return within(a, b, n); })) {
      out.push_back(a);
    }
  }
  return out;
}

Spans nearSpans(const Spans& a, const Spans& b, uint32_t n, bool eitherOrder) {
  Spans out;
  if (n == 0) return out;
  addOrdered(a, b, n - 1, out);
  if (eitherOrder) addOrdered(b, a, n - 1, out);
  tidy(out);
  return out;
}

Spans sideBySide(const Node& node, const View& view) {
  Spans out = spansOf(node.kids.front(), view);
  for (size_t i = 1; i < node.kids.size() && !out.empty(); ++i) {
    Spans longer;
    addOrdered(out, spansOf(node.kids[i], view), 0, longer);
    tidy(longer);
    out = std::move(longer);
  }
  return out;
}

Spans unionOf(const Node& node, const View& view) {
  Spans out;
  for (const Node& kid : node.kids) {
    const Spans more = spansOf(kid, view);
    out.insert(out.end(), more.begin(), more.end());
  }
  tidy(out);
  return out;
}

Spans pairSpans(const Node& node, const View& view) {
  const Spans a = spansOf(node.kids[0], view);
  if (a.empty()) return a;
  const Spans b = spansOf(node.kids[1], view);
  switch (node.op) {
    case Op::kNear:
      return nearSpans(a, b, node.number, true);
    case Op::kAdj:
      return nearSpans(a, b, node.number, false);
    case Op::kSentence:
      return together(a, b, view.sentences);
    case Op::kParagraph:
      return together(a, b, view.paragraphs);
    case Op::kNotNear:
      return lonely(a, b, node.number);
    default:
      throw std::logic_error("an operand without positions");
  }
}

}  // namespace

std::vector<Span> spansOf(const Node& node, const View& view) {
  if (node.op == Op::kLeaf) return leafSpans(node, view);
  if (node.op == Op::kOr) return unionOf(node, view);
  if (node.op == Op::kPhrase) return sideBySide(node, view);
  return pairSpans(node, view);
}

bool occurs(const Node& node, const View& view) {
  if (node.op != Op::kLeaf) return !spansOf(node, view).empty();
  for (size_t i = 0; i < startsOf(node, view); ++i) {
    if (leafAt(node, view, i)) return true;
  }
  return false;
}

}  // namespace oracle
