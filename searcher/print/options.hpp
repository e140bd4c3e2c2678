// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/hyperlink.hpp"
#include "common/cli/terminal.hpp"

namespace news {

/// How results are written; docs/OUTPUT.md describes them.
enum class Format : std::uint8_t { text, json, ndjson, csv, tsv, ids, trec, filled_template };
inline constexpr std::array<std::string_view, 8> kFormatNames = {
    "text", "json", "ndjson", "csv", "tsv", "ids", "trec", "template"};

/// What can be shown of a hit.
enum class Field : std::uint8_t {
  rank,
  id,
  score,
  title,
  text,
  source,
  date,
  url,
  author,
  section,
  language,
  snippet,
  matches,
  changed,
  archive,
  story,
  copies
};
inline constexpr std::array<std::string_view, 17> kFieldNames = {
    "rank",    "id",       "score",   "title",   "text",    "source",  "date",  "url",   "author",
    "section", "language", "snippet", "matches", "changed", "archive", "story", "copies"};
constexpr std::string_view name_of(Field field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}

/// A part of a template: a field, or text as it stands.
struct TemplatePart {
  std::optional<Field> field;
  std::string text;
  friend bool operator==(const TemplatePart&, const TemplatePart&) = default;
};

/// How a command writes its result. Plain value.
struct PrintOptions {
  Format format = Format::text;
  std::vector<Field> fields;        ///< of a hit; empty: the format's own choice
  std::vector<TemplatePart> parts;  ///< of a filled_template
  std::string query_id = "1";       ///< of Format::trec, and of each query of a batch
  bool names_query = false;         ///< results say by query_id which query they are of
  bool names_archive = false;       ///< hits say of which archive they are: there are several
  bool group = false;               ///< hits stand for stories
  bool full = false;                ///< articles with what was left out of their texts
  bool header = true;               ///< tables begin with the names of their columns
  bool print0 = false;              ///< NUL ends an id or a filled template, not a line end
  bool line_buffered = false;       ///< flushed after each hit
  bool line_end = true;             ///< a JSON document or a number ends with a line end
  ColorMode color = ColorMode::auto_;
  LinkMode links = LinkMode::auto_;
};

}  // namespace news
