// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/similar/similar.hpp"

#include "searcher/engine/ranking/rank.hpp"
#include "searcher/engine/stories/group.hpp"

namespace news {

SearchResult find_similar(Searcher& searcher, const SearchRequest& request, const Hit& hit,
                          const std::vector<InterestingTerm>& words) {
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

}  // namespace news
