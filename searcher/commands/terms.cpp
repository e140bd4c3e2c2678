// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/terms.hpp"

#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/stories/story_counts.hpp"
#include "searcher/print/terms.hpp"

namespace news {

Exit run_terms(Searcher& searcher, const SearcherOptions& options, const Console& console) {
  const Node query = read_query(options, console.notes);
  const auto matched = searcher.match(query, options.max_expansions);
  const auto words = typical_words(searcher.archives().segments(), matched, options.limit);
  const auto stories = count_stories(searcher.stories(), matched, words.articles.matching);
  print_terms(console.out, options,
              {to_string(query), searcher.archives().revisions(), stories, words});
  return words.articles.matching > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
