// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/results.hpp"
#include "searcher/print/hit_story.hpp"
#include "searcher/print/options.hpp"

namespace news {

/// A hit with all that can be printed of it.
struct HitView {
  std::uint64_t rank = 0;  ///< from 1, counted from the first hit of the whole result
  const Hit& hit;
  const Article& article;
  const std::vector<Match>& matches;
  bool changed = false;        ///< it said something else when it was reported before
  const std::string& archive;  ///< as it was named
  HitStory story;              ///< as far as the printer needs it
};

/// What a printer shows of a result, so that nothing else is read. Plain value.
struct Needs {
  /// Each costs several times what the one before does.
  enum class Depth : std::uint8_t { fields, article, matches };
  Depth depth = Depth::fields;  ///< of each hit
  bool facets = false;          ///< of the result
  bool story = false;           ///< the id of a hit's story
  std::size_t copies = 0;       ///< so many of a hit's copies are described, at most
};

/// Those of fields of hits.
Needs needs_of(const std::vector<Field>& fields);

/// Writes one result in one format; docs/OUTPUT.md describes them. Hits are handed over one by one,
/// so that a result of any length needs no more memory than one article.
class Printer {
 public:
  virtual ~Printer() = default;
  virtual Needs needs() const = 0;
  virtual void begin(const Node&, const SearchResult&) {}
  virtual void hit(const HitView& view) = 0;
  virtual void end(const SearchResult&) {}
};

std::unique_ptr<Printer> make_text_printer(std::ostream& out, const PrintOptions& options);
std::unique_ptr<Printer> make_json_printer(std::ostream& out, const PrintOptions& options);
std::unique_ptr<Printer> make_ndjson_printer(std::ostream& out, const PrintOptions& options);
/// CSV and TSV.
std::unique_ptr<Printer> make_table_printer(std::ostream& out, const PrintOptions& options);
/// Ids and templates.
std::unique_ptr<Printer> make_piece_printer(std::ostream& out, const PrintOptions& options);
std::unique_ptr<Printer> make_trec_printer(std::ostream& out, const PrintOptions& options);
/// That of options.format. `out` and `options` must outlive it.
std::unique_ptr<Printer> make_printer(std::ostream& out, const PrintOptions& options);

/// A field as plain text; "" when the article has none.
std::string field_text(Field field, const HitView& view);

}  // namespace news
