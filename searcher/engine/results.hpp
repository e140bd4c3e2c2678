// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/archives.hpp"
#include "searcher/engine/query/ast.hpp"

// What is asked of a search and what it finds. Plain values.

namespace news {

enum class Sort : std::uint8_t { relevance, newest, oldest };
inline constexpr std::array<std::string_view, 3> kSortNames = {"relevance", "newest", "oldest"};

/// What may be counted: the string columns, and dates at three widths.
enum class Facet : std::uint8_t { source, section, lang, author, year, month, day };
inline constexpr std::array<std::string_view, 7> kFacetNames = {
    "source", "section", "lang", "author", "year", "month", "day"};
/// Said where a list of facets is asked for and none are wanted.
inline constexpr std::string_view kNoFacets = "none";

struct SearchRequest {
  Node query;
  Sort sort = Sort::relevance;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;  ///< UINT64_MAX: all
  std::vector<Facet> facets;
  std::uint32_t facet_limit = 10;  ///< values a facet; the rest is "other"; 0 = no limit
  std::uint32_t max_expansions = 5000;
  std::uint32_t half_life = 0;  ///< days in which a score is halved by age (Recency); 0: never
  bool expand = false;          ///< order by words of the best articles, too (ranking/expansion)
  bool widen = false;           ///< when expanded, find what holds any of those words as well
  bool group = false;           ///< a hit a story, which offset and limit count then
};

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;    ///< articles
  std::uint64_t stories = 0;  ///< that have one of these or more
};
struct FacetResult {
  Facet facet;
  bool multi_valued = false;       ///< counts may sum to more than the total
  std::vector<FacetCount> counts;  ///< by count, dates by time; then unknown, undated, other
};

/// Where a hit lies; order is the documented total order.
struct Hit {
  std::uint32_t segment = 0;
  DocId doc_id = 0;
  double score = 0;  ///< rounded to 1e-6 (Ranker); 0 for queries without words
};

/// A word that the best articles of a result add to its query.
struct ExpansionWord {
  std::string word;      ///< folded, the most frequent of its stem in the article that named it
  std::string name;      ///< of its posting list
  std::string language;  ///< for stemming
  double weight = 0;     ///< those of all words together are 1
};

/// Where the time of a search went, in milliseconds.
struct StageTimes {
  double match = 0, rank = 0, facets = 0;
};

struct SearchResult {
  std::uint64_t total = 0;    ///< articles that match, exact
  std::uint64_t stories = 0;  ///< of these articles; one without a copy is a story by itself
  bool has_copies = false;    ///< an article of the archives has one
  bool grouped = false;       ///< each hit is the first one of its story
  bool expanded = false;      ///< it is ordered by words of its best articles, too
  Revisions revisions;        ///< of the archives: which ones were searched
  std::uint64_t offset = 0;
  std::vector<Hit> hits;                 ///< of the page asked for
  std::vector<ExpansionWord> expansion;  ///< when expanded, heaviest first
  /// By hit of a grouped result, its copies that match too, earliest first; empty if there are none
  /// in the archives.
  std::vector<std::vector<StoryMember>> copies;
  std::vector<FacetResult> facets;
  StageTimes times;
};

/// A half-open range of bytes in a field's text that matched.
struct Match {
  bool in_title = false;
  std::size_t begin = 0, end = 0;
};

/// One node of a query with what it stood for.
struct ExplainedNode {
  unsigned depth = 0;
  std::string text;            ///< canonical form
  std::uint64_t articles = 0;  ///< that match the node alone
  /// For bare words the stems' terms, for other leaves the words that they stand for, each with its
  /// document frequency, most frequent first.
  std::vector<std::pair<std::string, std::uint64_t>> terms;
  std::uint64_t words = 0;  ///< distinct words that a wildcard or stem stands for
  double milliseconds = 0;  ///< to find the set
};

/// A word of the query that the archive does not have, and a frequent one that looks like it.
struct Suggestion {
  std::string word, instead;
};

}  // namespace news
