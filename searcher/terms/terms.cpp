// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/terms/terms.hpp"

#include <iostream>

#include "searcher/print/terms.hpp"
#include "searcher/query/printer.hpp"
#include "searcher/read_query.hpp"

namespace news {

Exit run_terms(const SearcherOptions& options) {
  const Node query = read_query(options);
  Searcher searcher(options.archives);
  const auto matched = searcher.match(query, options.max_expansions);
  const auto words = typical_words(searcher.archives().segments(), matched, options.limit);
  print_terms(std::cout, options, {to_string(query), searcher.archives().revisions(), words});
  return words.articles.matching > 0 ? Exit::ok : Exit::none;
}

}  // namespace news
