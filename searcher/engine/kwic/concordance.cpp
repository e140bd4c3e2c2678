// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/kwic/concordance.hpp"

#include <algorithm>
#include <numeric>

#include "searcher/engine/match/matcher.hpp"
#include "searcher/engine/search/highlight.hpp"
#include "searcher/engine/stories/story_counts.hpp"

namespace news {
namespace {

// The first lines come soon; later ones are many at a time, since each time reads articles again.
constexpr std::size_t kFirstLines = 4096, kMaxLines = std::size_t{1} << 19, kGrowth = 16;

std::string make_line(DocumentMatcher& document, const Span& span, const KwicPrinter& printer) {
  const auto& [article, words] = document.written();
  const Match match = locate(span, words);
  const std::string& text = match.in_title ? article.title : article.text;
  return printer.line(article, match, cut_context(text, match.begin, match.end, printer.context()));
}

DocumentMatcher& open(Searcher& searcher, const Hit& hit) {
  auto& document = searcher.segments()[hit.segment]->document();
  document.open(hit.doc_id);
  return document;
}

// Calls visit(hit, document) for all articles that match, in the order of the archive, until it
// returns false. Fills in how many match, visited or not.
template <typename Visit>
void for_each_article(Searcher& searcher, const ConcordanceRequest& request, KwicTotals& totals,
                      Visit&& visit) {
  const auto matched = searcher.match(request.query, request.max_expansions);
  const Node* asked[] = {&request.query};
  for (const auto& set : matched) totals.articles += set.size();
  totals.stories = count_stories(searcher.stories(), matched, totals.articles);
  for (auto& segment : searcher.segments()) segment->document().prepare(asked);
  for (std::uint32_t s = 0; s < matched.size(); ++s)
    for (auto n = matched[s].next(0); n < matched[s].universe(); n = matched[s].next(n + 1)) {
      const Hit hit{s, static_cast<DocId>(n), 0};
      if (!visit(hit, open(searcher, hit))) return;
    }
}

class Sorted {
 public:
  Sorted(Searcher& searcher, const ConcordanceRequest& request, KwicPrinter& printer)
      : searcher_(searcher),
        request_(request),
        printer_(printer),
        words_(searcher.archives().segments()),
        sources_(source_order(searcher.archives().segments())) {}

  KwicTotals print() {
    KwicTotals totals;
    for_each_article(searcher_, request_, totals, [&](const Hit& hit, DocumentMatcher& document) {
      totals.matches += add(hit, document);
      return true;
    });
    keep_first();
    std::sort(keys_.begin(), keys_.end());
    totals.shown = keys_.size();
    std::span<const KwicKey> rest = keys_;
    for (std::size_t lines = kFirstLines; !rest.empty();
         lines = std::min(lines * kGrowth, kMaxLines)) {
      const std::size_t some = std::min(lines, rest.size());
      if (!print(rest.first(some))) break;
      rest = rest.subspan(some);
    }
    return totals;
  }

 private:
  std::size_t add(const Hit& hit, DocumentMatcher& document) {
    const auto spans = find_spans(request_.query, document);
    for (std::uint32_t i = 0; i < spans.size(); ++i)
      keys_.push_back({order(hit, spans[i], document), hit.segment, hit.doc_id, i});
    if (keys_.size() > kFirstLines && (keys_.size() - kFirstLines) / 2 > request_.limit)
      keep_first();
    return spans.size();
  }

  std::array<std::uint32_t, 5> order(const Hit& hit, const Span& span,
                                     const DocumentMatcher& document) const {
    const Segment& segment = *searcher_.archives().segments()[hit.segment];
    const auto date = date_order(segment.dates()[hit.doc_id]);
    switch (request_.sort) {
      case KwicSort::left:
      case KwicSort::right:
        return neighbours(document.words(span.field), span.begin, span.end,
                          request_.sort == KwicSort::left, words_, hit.segment);
      case KwicSort::source:
        return {sources_[hit.segment].at(segment.codes(Column::source)[hit.doc_id]), date[0],
                date[1]};
      default:
        return {date[0], date[1]};
    }
  }

  void keep_first() {
    if (keys_.size() <= request_.limit) return;
    const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(request_.limit);
    std::nth_element(keys_.begin(), end, keys_.end());
    keys_.erase(end, keys_.end());
  }

  // In the order of the archive each article is read once.
  bool print(std::span<const KwicKey> keys) {
    std::vector<std::uint32_t> places(keys.size());
    std::iota(places.begin(), places.end(), 0U);
    const auto place = [&](std::uint32_t i) { return std::pair(keys[i].segment, keys[i].doc_id); };
    std::sort(places.begin(), places.end(), [&](auto a, auto b) { return place(a) < place(b); });
    std::vector<std::string> lines(keys.size());
    for (auto it = places.begin(); it != places.end();) {
      const auto article = place(*it);
      DocumentMatcher& document = open(searcher_, {article.first, article.second, 0});
      const auto spans = find_spans(request_.query, document);
      for (; it != places.end() && place(*it) == article; ++it)
        lines[*it] = make_line(document, spans[keys[*it].match], printer_);
    }
    return std::all_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return printer_.put(line); });
  }

  Searcher& searcher_;
  const ConcordanceRequest& request_;
  KwicPrinter& printer_;
  WordOrder words_;
  std::vector<std::vector<std::uint32_t>> sources_;
  std::vector<KwicKey> keys_;
};

// What is not shown is counted, which needs no look at the text.
KwicTotals print_unsorted(Searcher& searcher, const ConcordanceRequest& request,
                          KwicPrinter& printer) {
  KwicTotals totals;
  const auto visit = [&](const Hit&, DocumentMatcher& document) {
    const auto spans = find_spans(request.query, document);
    totals.matches += spans.size();
    for (auto it = spans.begin(); it != spans.end() && totals.shown < request.limit; ++it) {
      if (!printer.put(make_line(document, *it, printer))) return false;
      ++totals.shown;
    }
    return true;
  };
  for_each_article(searcher, request, totals, visit);
  return totals;
}

}  // namespace

KwicTotals print_concordance(Searcher& searcher, const ConcordanceRequest& request,
                             KwicPrinter& printer) {
  if (request.sort == KwicSort::none) return print_unsorted(searcher, request, printer);
  return Sorted(searcher, request, printer).print();
}

}  // namespace news
