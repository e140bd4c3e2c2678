// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

// THE table of what an archive knows of an article besides its words. The writer, the reader, the
// facets and the help all go by it; docs/FORMAT.md prints it.

/// Columns whose values are strings, coded by a dictionary a segment.
enum class Column : std::uint8_t { source, section, language, author };

struct ColumnInfo {
  Column column;
  std::string_view name;   ///< as in --facets and in file sections
  std::string_view field;  ///< as in queries
  bool multi_valued;
};

inline constexpr std::array<ColumnInfo, 4> kColumns = {{
    {Column::source, "source", "source", false},
    {Column::section, "section", "section", false},
    {Column::language, "lang", "lang", false},
    {Column::author, "author", "author", true},
}};

inline constexpr const ColumnInfo& column_info(Column c) {
  return kColumns[static_cast<std::size_t>(c)];
}

/// Tags of the fields in a stored article record; never renumbered.
enum class StoredField : std::uint8_t {
  id = 1,
  title,
  text,
  url,
  source,
  section,
  language,
  author,
  date,
  date_given,
  extra,
  from_file,
  from_record,
  from_offset,
  language_detected,
  title_surface,
  text_surface,
  from_bytes,
  from_sha256,
  date_from,
  boilerplate,
  crawled
};

/// How many words of text one word of a headline counts for in ranking.
inline constexpr std::uint32_t kTitleWeight = 3;

/// Terms. A stem in the whole article: 'W', language, ':', stem. A stem in the headline: 'T'
/// likewise. A word that is not its stem's most frequent one: 'F', language, ':', folded word. The
/// stem of a most frequent word, but not the word: 'N', likewise. A word of an author's name: 'A',
/// word.
std::string stem_term(char field, std::string_view language, std::string_view stem);
/// Two frequent words in a row: 'P', code of the first, code of the second.
std::string pair_term(std::uint32_t first, std::uint32_t second);

/// Stems in fewer articles of a segment than this have their posting lists in the Xapian database,
/// the others in `lists` (docs/PERFORMANCE.md has the measurement).
inline constexpr std::uint32_t kRareTerm = 64;
inline constexpr std::size_t kMaxTerm = 240;  ///< Xapian stores terms up to 245 bytes

}  // namespace news
