// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/date.hpp"

namespace news {

/// Where an article came from, to the byte.
struct Provenance {
  std::string file;          ///< path as given, container member after '!': dump.tar!a/b.json
  std::uint64_t record = 0;  ///< 1-based number of the record within the file
  std::uint64_t offset = 0;  ///< byte offset of the record in the decompressed stream
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
  std::string date_given;  ///< the date string as found, kept even when it could not be read
  std::string extra;       ///< JSON object of the fields nobody recognised; "" when none
  Provenance from;
  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace news
