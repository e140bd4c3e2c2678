// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/io/file.hpp"
#include "indexer/lexicon_builder.hpp"

namespace news {

/// Everything the posting lists of a segment are made from; article i becomes docid i + 1.
struct PostingsInput {
  const LexiconBuilder& lexicon;
  const std::vector<WordStream>& articles;
  const std::vector<std::vector<std::string>>& author_words;  ///< folded, an article each
};

/// Writes the posting lists of a segment into its directory, on `threads` threads: those of
/// frequent stems, of word pairs and of forms into the file `lists`, all others into the Xapian
/// database `postings` (no positions, no termlists). Neither may exist. Throws Error.
/// Returns the sum of `lists`; those of the database's files are left to the caller.
FileSum write_postings(const PostingsInput& input, const std::filesystem::path& directory,
                       unsigned threads);

}  // namespace news
