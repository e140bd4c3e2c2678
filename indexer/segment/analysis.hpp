// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.hpp"
#include "common/words/intern_table.hpp"

namespace news {

/// The words that one worker has met while a segment is built. Words have provisional numbers that
/// mean nothing outside this table; the segment's lexicon later orders them by frequency.
class WorkerWords {
 public:
  /// The number of a word as it stands in the text, or kNoWord when nothing of it is left by
  /// folding.
  std::uint32_t number(std::string_view written);
  /// The number of what stands between two words.
  std::uint32_t separator_number(std::string_view separator) {
    return separators_.intern(separator);
  }

  const InternTable& written() const { return written_; }
  const InternTable& separators() const { return separators_; }
  /// The folded form of a written word; kNoWord if nothing is left.
  std::uint32_t folded_of(std::uint32_t written) const { return folded_of_written_[written]; }
  const InternTable& folded() const { return folded_; }

 private:
  InternTable written_, folded_, separators_;
  std::vector<std::uint32_t> folded_of_written_;
  std::string buffer_;
};

/// A field of an article as the builder keeps it until the segment is finished.
struct FieldStream {
  std::string words;       ///< varints of the worker's numbers of written words
  std::string separators;  ///< varints in pairs: how many single blanks, then the number of another
                           ///< separator
};

/// What the segment builder needs of an article, in compact form.
struct AnalysedArticle {
  std::string fields;  ///< encode_fields
  std::string id, url, source, section, language;
  std::vector<std::string> authors;
  std::int64_t date = 0;
  std::uint64_t content = 0;  ///< content_hash
  FieldStream title, text;
  std::uint32_t title_count = 0, text_count = 0;
  std::string bounds;  ///< as in WordRecord
  std::uint64_t raw_bytes = 0;
  std::uint64_t record = 0;  ///< hash of the raw record and its context; 0 unknown
  Provenance from;
  std::string_view format;
  DateFrom date_from = DateFrom::none;
};

/// Fills in what is missing (language, id), then cuts title and text into words.
/// O(text).
AnalysedArticle analyse(Article& article, WorkerWords& words);

}  // namespace news
