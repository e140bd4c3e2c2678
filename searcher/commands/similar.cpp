// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/similar.hpp"

#include <fmt/format.h>

#include "common/text/display.hpp"
#include "searcher/commands/answer.hpp"
#include "searcher/engine/ranking/rank.hpp"
#include "searcher/engine/similar/telling_words.hpp"
#include "searcher/engine/stories/group.hpp"

namespace news {
namespace {

constexpr std::size_t kMostWords = 25;

void explain(const std::vector<TellingWord>& words, std::ostream& notes) {
  for (const auto& word : words)
    notes << fmt::format("{} ({}): {} times, in {} articles, tf-idf {:.2f}, weight {:.2f}\n",
                         sanitize(word.word), sanitize(word.term), word.frequency, word.articles,
                         word.tf_idf, word.weight);
}

SearchResult find_similar(Searcher& searcher, const SearchRequest& request, const Hit& hit,
                          const std::vector<TellingWord>& words) {
  SearchResult result;
  result.revisions = searcher.archives().revisions();
  const auto matched = holders(searcher.segments(), words, hit);
  QueryTerms query;
  for (const auto& word : words) query.terms.push_back({{{word.language, word.term}}, word.weight});
  Ranker ranker(searcher.segments());
  SearchRequest page = request;
  take_page(result, request, searcher.stories(), matched,
            [&](std::uint64_t offset, std::uint64_t limit) {
              page.offset = offset;
              page.limit = limit;
              return ranker.rank(query, page, matched, result.total);
            });
  return result;
}

}  // namespace

Exit run_similar(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const auto hit = find_article(searcher, options, console);
  if (!hit) return Exit::none;
  const auto words = telling_words(searcher.segments(), *hit, kMostWords);
  if (options.explain) explain(words, console.notes);
  SearchRequest request;
  request.query = any_of(words);
  request.offset = options.offset;
  request.limit = options.limit;
  request.group = options.group;
  const SearchResult result = find_similar(searcher, request, *hit, words);
  print_answer(searcher, request.query, result, options, console.out);
  return result.total > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
