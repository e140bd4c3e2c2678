// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/terms/significant_terms.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace news {
namespace {

struct Count {
  std::uint32_t articles = 0, occurrences = 0, last = 0;  // last: the article counted last
};

struct SegmentCounts {
  std::vector<Count> matching, others;  // by word
  Share words;
};

void count_words(const std::vector<WordId>& words, std::uint32_t article,
                 std::vector<Count>& counts) {
  for (const WordId word : words) {
    Count& count = counts[word];
    ++count.occurrences;
    count.articles += count.last != article;
    count.last = article;
  }
}

SegmentCounts count_segment(const Segment& segment, const ArticleSet& matched) {
  const std::uint32_t size = segment.lexicon().size();
  SegmentCounts out{std::vector<Count>(size), std::vector<Count>(size), {}};
  std::vector<WordId> words;
  segment.live().for_each([&](DocId n) {
    const WordRecord record = segment.words(n);
    words.clear();
    if (!decode_codes(record.title, words) || !decode_codes(record.text, words) ||
        std::any_of(words.begin(), words.end(), [size](WordId word) { return word >= size; }))
      throw_damaged("segment " + segment.info().name, "broken word codes");
    const bool matches = matched.contains(n);
    count_words(words, n + 1, matches ? out.matching : out.others);
    out.words.all += words.size();
    if (matches) out.words.matching += words.size();
  });
  return out;
}

struct Candidate {
  Share articles, occurrences;
  std::uint32_t most = 0;  // occurrences in one segment, whose way to write it is taken
  std::string usual;
};
using Candidates = std::unordered_map<std::string, Candidate>;

// Words that no matching article of this segment holds may be in one of another.
void add_counts(const Segment& segment, const SegmentCounts& counts, Candidates& out) {
  for (WordId word = 0; word < counts.matching.size(); ++word) {
    const Count &a = counts.matching[word], &b = counts.others[word];
    if (a.occurrences + b.occurrences == 0) continue;
    auto& candidate = out[segment.lexicon().word(word)];
    candidate.articles.matching += a.articles;
    candidate.articles.all += a.articles + b.articles;
    candidate.occurrences.matching += a.occurrences;
    candidate.occurrences.all += a.occurrences + b.occurrences;
    if (a.occurrences + b.occurrences <= candidate.most) continue;
    candidate.most = a.occurrences + b.occurrences;
    candidate.usual = segment.lexicon().usual_form(word);
  }
}

bool before(const SignificantTerm& a, const SignificantTerm& b) {
  return a.g2 != b.g2 ? a.g2 > b.g2 : a.word < b.word;
}

bool is_significant(const Share& occurrences, const Share& words) {
  return static_cast<double>(occurrences.matching) * static_cast<double>(words.all) >
         static_cast<double>(occurrences.all) * static_cast<double>(words.matching);
}

}  // namespace

double log_likelihood(const Share& occurrences, const Share& words) {
  const auto part = [&](std::uint64_t observed, std::uint64_t row, std::uint64_t column) {
    if (observed == 0) return 0.0;
    const auto n = static_cast<double>(observed);
    return n * std::log(n * static_cast<double>(words.all) / static_cast<double>(row) /
                        static_cast<double>(column));
  };
  const auto [a, both] = occurrences;
  const auto [in, all] = words;
  return 2 * (part(a, in, both) + part(in - a, in, all - both) + part(both - a, all - in, both) +
              part(all - in - both + a, all - in, all - both));
}

SignificantTerms significant_terms(std::span<Segment* const> segments,
                                   const std::vector<ArticleSet>& matched, std::uint64_t limit) {
  Candidates candidates;
  SignificantTerms out;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const Segment& segment = *segments[s];
    const SegmentCounts counts = count_segment(segment, matched[s]);
    out.articles.matching += matched[s].size();
    out.articles.all += segment.live().size();
    out.words.matching += counts.words.matching;
    out.words.all += counts.words.all;
    add_counts(segment, counts, candidates);
  }
  for (auto& [word, found] : candidates)
    if (is_significant(found.occurrences, out.words))
      out.first.push_back({word, found.usual, found.articles, found.occurrences,
                           log_likelihood(found.occurrences, out.words)});
  const auto end = out.first.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(limit, out.first.size()));
  std::partial_sort(out.first.begin(), end, out.first.end(), before);
  out.first.erase(end, out.first.end());
  return out;
}

}  // namespace news
