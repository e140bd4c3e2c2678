// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// The fields of an article or a hit, by news_field.
using Fields = std::array<std::string, 11>;

/// What getters hand out of a search. Never changes once it is made.
struct LibraryResult {
  struct Item {
    Fields fields;
    double score = 0;
    std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< bytes of the snippet
  };
  std::string query;  ///< canonical form
  std::uint64_t total = 0;
  std::uint64_t stories = 0;
  std::vector<Item> hits;
  std::vector<FacetResult> facets;
};

/// Searches and reads the hits of the page; `snippets` false: what columns tell of them alone.
/// Throws as Searcher::search does.
LibraryResult search_library(Searcher& searcher, const SearchRequest& request, bool snippets);

/// The live article of that id, if there is one.
std::optional<Fields> read_library(Searcher& searcher, std::string_view id);

}  // namespace news
