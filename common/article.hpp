// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.hpp"

namespace news {

/// Where an article's date was found; what comes later is trusted less.
enum class DateFrom : std::uint8_t { none, field, meta, url, text, file, crawl };
inline constexpr std::array<std::string_view, 7> kDateFromNames = {"none", "field", "meta", "url",
                                                                   "text", "file",  "crawl"};

/// A block that was left out of the text, since it is not the article's: an advertisement, a blurb.
struct Boilerplate {
  std::uint64_t at = 0;  ///< byte of the text before which it stood; blocks are in this order
  std::string text;      ///< with the white space that went with it
  friend bool operator==(const Boilerplate&, const Boilerplate&) = default;
};

/// Where an article came from, to the byte.
struct Provenance {
  std::string file;          ///< path as given, container member after '!': dump.tar!a/b.json
  std::uint64_t record = 0;  ///< 1-based number of the record within the file
  std::uint64_t offset = 0;  ///< byte offset of the record in the decompressed stream
  std::uint64_t bytes = 0;   ///< of the raw record; 0 when nobody knows
  std::string sha256 = {};   ///< of the raw record, 32 bytes; empty when nobody knows
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// One news article, all strings valid UTF-8. Plain value.
struct Article {
  std::string id;  ///< unique in an archive; never empty once indexed
  std::string title;
  std::string text;  ///< paragraphs separated as the source had them
  std::string url;
  std::string source;
  std::string section;
  std::string language;  ///< lower-case ISO 639 code, possibly with region dropped; "" unknown
  bool language_detected = false;  ///< the source gave no language: ours is a detector's opinion
  std::vector<std::string> authors;
  Date date;
  DateFrom date_from = DateFrom::none;
  std::string date_given;  ///< the date string as found, kept even when it could not be read
  std::string crawled;     ///< when it was fetched, as given; no part of what the article says
  std::string extra;       ///< JSON object of the fields nobody recognised; "" when none
  std::vector<Boilerplate> boilerplate;  ///< what was left out of text; nothing is thrown away
  Provenance from;
  friend bool operator==(const Article&, const Article&) = default;
};

/// The text with what was left out of it back in its places.
std::string restore_text(const Article& article);

}  // namespace news
