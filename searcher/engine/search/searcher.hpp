// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/results.hpp"

namespace news {

class SegmentMatcher;
class StoryIndex;

/// Answers queries over one revision of an archive, or of several as if they were one. One object
/// a thread.
class Searcher {
 public:
  explicit Searcher(const std::string& archive) : Searcher(std::span(&archive, 1)) {}
  explicit Searcher(std::span<const std::string> archives);
  ~Searcher();
  /// Exact; throws Error(ErrorCode::usage) when a wildcard expands to too many words,
  /// Error(ErrorCode::damaged) when the archive cannot be read.
  SearchResult search(const SearchRequest& request);
  /// The same of those matching articles alone that `keep` accepts, asked once of each.
  using Keep = std::function<bool(std::uint32_t segment, DocId doc_id)>;
  SearchResult search(const SearchRequest& request, const Keep& keep);
  std::uint64_t count(const Node& query, std::uint32_t max_expansions = 5000);
  /// The articles that match, a set a segment; throws as search does.
  std::vector<ArticleSet> match(const Node& query, std::uint32_t max_expansions = 5000);
  Article article(const Hit& hit) const;
  /// The live article of that id, if any; of the first archive that has one.
  std::optional<Hit> find(std::string_view id) const;
  /// An article that `query` matches, with exactly what matched in it: by field, ascending, not
  /// overlapping.
  struct Found {
    Article article;
    std::vector<Match> matches;
  };
  Found read(const Node& query, const Hit& hit);
  /// Evaluates every node of a query by itself.
  std::vector<ExplainedNode> explain(const Node& query, std::uint32_t max_expansions = 5000);
  /// For each word that occurs nowhere: the most frequent word within two edits (one for words of
  /// up to four letters), if any. O(words of the lexicon) for each such word.
  std::vector<Suggestion> suggest(const Node& query);
  const Archives& archives() const;
  const StoryIndex& stories() const;
  /// For what looks closer at articles: a matcher a segment, which know what the last query meant.
  std::vector<std::unique_ptr<SegmentMatcher>>& segments();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
