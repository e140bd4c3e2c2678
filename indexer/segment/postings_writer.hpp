// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/io/file.hpp"
#include "indexer/segment/lexicon_builder.hpp"

namespace news {

/// Everything the posting lists of a segment are made from; article i becomes docid i + 1.
struct PostingsInput {
  const LexiconBuilder& lexicon;
  const std::vector<WordStream>& articles;
  const std::vector<std::vector<std::string>>& author_words;  ///< folded, an article each
};

/// Inverts the articles of a segment, and writes their posting lists: those of frequent stems, of
/// word pairs and of words into one file, all others into a Xapian database (no positions, no
/// termlists). Neither may exist. The two may be written at the same time, from two threads. Throws
/// Error.
class PostingsWriter {
 public:
  /// Inverts on `threads` threads. What `input` refers to must outlive the object.
  PostingsWriter(const PostingsInput& input, unsigned threads);
  ~PostingsWriter();
  FileSum write_lists(const std::filesystem::path& path) const;
  void write_database(const std::filesystem::path& path) const;

 private:
  PostingsInput input_;
  std::unique_ptr<class TermInverter> terms_;
};

}  // namespace news
