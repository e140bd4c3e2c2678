// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <ostream>

#include "searcher/commands/options.hpp"
#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/print/hit_story.hpp"

namespace news {

/// A hit with all that can be printed of it.
struct HitView {
  std::uint64_t rank = 0;  ///< from 1, counted from the first hit of the whole result
  const Hit& hit;
  const Article& article;
  const std::vector<Match>& matches;
  bool changed = false;        ///< it said something else when it was told before
  const std::string& archive;  ///< as it was named
  HitStory story;              ///< as far as the format shows it
};

/// Writes one result in one format; docs/output/search.md describes them. Hits are handed over one
/// by one, so that a result of any length needs no more memory than one article.
class Printer {
 public:
  virtual ~Printer() = default;
  virtual void begin(const Node& query, const SearchResult& result) = 0;
  virtual void hit(const HitView& view) = 0;
  virtual void end(const SearchResult& result) = 0;
};

std::unique_ptr<Printer> make_text_printer(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<Printer> make_json_printer(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const SearcherOptions& options);
/// CSV and TSV.
std::unique_ptr<Printer> make_table_printer(std::ostream& out, const SearcherOptions& options);
/// Ids and templates.
std::unique_ptr<Printer> make_piece_printer(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<Printer> make_trec_printer(std::ostream& out, const SearcherOptions& options);
/// That of options.format. `out` and `options` must outlive it.
std::unique_ptr<Printer> make_printer(std::ostream& out, const SearcherOptions& options);

/// A field of --fields as plain text; "" when the article has none.
std::string field_text(const std::string& field, const HitView& view);

}  // namespace news
