// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/search/highlight.hpp"

#include <algorithm>

namespace news {
namespace {

// The spans of the words and phrases below a positional operator that lie within one of its
// matches.
void add_parts(const Node& node, DocumentMatcher& document, const Region& region,
               const std::vector<Span>& within, std::vector<Span>& out) {
  if (is_positional(node.op) || node.op == Op::or_) {
    const std::size_t parts = node.op == Op::not_near ? 1 : node.children.size();
    for (std::size_t i = 0; i < parts; ++i)
      add_parts(node.children[i], document, region, within, out);
    return;
  }
  for (const auto& span : document.spans(node, region))
    if (std::any_of(within.begin(), within.end(), [&](const Span& w) {
          return w.field == span.field && w.begin <= span.begin && span.end <= w.end;
        }))
      out.push_back(span);
}

void collect(const Node& node, DocumentMatcher& document, const Region& region,
             std::vector<Span>& out) {
  if (node.op == Op::not_ || node.op == Op::all || is_filter(node.op)) return;
  if (node.op == Op::and_ || node.op == Op::or_) {
    for (const auto& child : node.children) collect(child, document, region, out);
  } else if (node.op == Op::atleast) {
    if (document.matches(node, region)) collect(node.children[0], document, region, out);
  } else if (is_scope(node.op)) {
    const Region inner = document.scope(node);
    const Region both{std::min(inner.title, region.title), std::min(inner.text, region.text)};
    if (document.matches(node.children[0], both)) collect(node.children[0], document, both, out);
  } else if (is_positional(node.op)) {
    add_parts(node, document, region, document.spans(node, region), out);
  } else {
    const auto spans = document.spans(node, region);
    out.insert(out.end(), spans.begin(), spans.end());
  }
}

}  // namespace

std::vector<Span> find_spans(const Node& query, DocumentMatcher& document) {
  std::vector<Span> spans;
  collect(query, document, {}, spans);
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (span.begin >= span.end) continue;
    if (!out.empty() && out.back().field == span.field && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

Match locate(const Span& span, const WordRanges& words) {
  const auto& range = span.field == 0 ? words.title : words.text;
  if (span.end > range.size())
    throw Error(ErrorCode::damaged, "an article has more words than its text");
  return {span.field == 0, range[span.begin].first, range[span.end - 1].second};
}

std::vector<Match> find_matches(const Node& query, DocumentMatcher& document) {
  std::vector<Match> out;
  for (const Span& span : find_spans(query, document))
    out.push_back(locate(span, document.written().words));
  return out;
}

}  // namespace news
