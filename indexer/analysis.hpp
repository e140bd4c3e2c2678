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
  std::uint32_t number(std::string_view raw);
  const InternTable& folded() const { return folded_; }

 private:
  InternTable raw_, folded_;
  std::vector<std::uint32_t> folded_of_raw_;
  std::string buffer_;
};

/// What the segment builder needs of an article, in compact form.
struct AnalysedArticle {
  std::string frame;  ///< compressed record
  std::string id, url, source, section, language;
  std::vector<std::string> authors;
  std::int64_t date = 0;
  std::uint64_t content = 0;            ///< content_hash
  std::string title_words, text_words;  ///< varints of provisional numbers
  std::uint32_t title_count = 0, text_count = 0;
  std::string bounds;  ///< as in WordRecord
  std::uint64_t raw_bytes = 0;
};

/// Fills in what is missing (language, id), then cuts title and text into words.
/// Everything of the result but `frame` is set. O(text).
AnalysedArticle analyse(Article& article, WorkerWords& words);

}  // namespace news
