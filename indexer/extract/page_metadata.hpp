// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/text_blocks.hpp"

namespace news {

/// What a page may say of its article.
enum class MetadataField : std::uint8_t {
  title,
  site,
  section,
  language,
  published,
  url,
  description,
  body,
  kind,
};
inline constexpr std::size_t kMetadataFields = 9;

/// Where a page said it; what comes first is believed first.
enum class MetadataSource : std::uint8_t {
  json_ld,
  meta,
  other_meta,
  microdata,
  element,
  words,
  none,
};

/// What a page says of its article, each field from the most trusted source that had it. All valid
/// UTF-8, one line (but for the body), references decoded. Plain value.
class PageMetadata {
 public:
  /// Keeps a value unless it is blank or something better is known.
  void add(MetadataField field, MetadataSource source, std::string_view value);
  /// Adds to the authors; those of a less trusted place are forgotten.
  void add_author(MetadataSource source, std::string_view name);

  /// A site is no author, though many pages say so in their head; `even_alone`: where nobody else
  /// is.
  void drop_site_as_author(bool even_alone);

  const std::string& operator[](MetadataField field) const { return slots_[index(field)].value; }
  MetadataSource source(MetadataField field) const { return slots_[index(field)].source; }
  const std::vector<std::string>& authors() const { return authors_; }
  MetadataSource authors_source() const { return authors_source_; }

 private:
  struct Slot {
    std::string value;
    MetadataSource source = MetadataSource::none;
  };
  static std::size_t index(MetadataField field) { return static_cast<std::size_t>(field); }

  std::array<Slot, kMetadataFields> slots_;
  std::vector<std::string> authors_;
  MetadataSource authors_source_ = MetadataSource::none;
};

/// Adds what schema.org objects in a script of type application/ld+json say of an article. Broken
/// JSON says nothing.
void read_json_ld(std::string_view script, PageMetadata& metadata);

/// Adds what the head's meta elements (OpenGraph, Dublin Core, the usual names), html's lang, link
/// and title elements say.
void read_meta(const HtmlTree& tree, PageMetadata& metadata);

/// Adds what elements of the body say: microdata, time, bylines, dates in words. `content`: the
/// first block of the text, where a byline and a date are near.
void read_elements(const HtmlTree& tree, const BlockList& list, std::size_t content,
                   PageMetadata& metadata);

}  // namespace news
