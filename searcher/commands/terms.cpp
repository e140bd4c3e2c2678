// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/commands/terms.hpp"

#include "searcher/commands/read_query.hpp"
#include "searcher/engine/query/printer.hpp"
#include "searcher/engine/stories/story_counts.hpp"
#include "searcher/print/terms.hpp"

namespace news {

TermsOptions read_terms(const OptionValues& values) {
  return {read_query_text(values), read_print_options(values), read_limit(values),
          read_max_expansions(values)};
}

Exit run_terms(const TermsOptions& options, const Context& context) {
  Searcher& searcher = context.searcher;
  const Node query = read_query(options.query, context.notes);
  const auto matched = searcher.match(query, options.max_expansions);
  const auto words = significant_terms(searcher.archives().segments(), matched, options.limit);
  const auto stories = count_stories(searcher.stories(), matched, words.articles.matching);
  print_terms(context.out, options.print,
              {to_string(query), searcher.archives().revisions(), stories, words});
  return words.articles.matching > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
