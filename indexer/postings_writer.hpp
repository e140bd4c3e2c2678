// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/lexicon_builder.hpp"

namespace news {

/// Everything the posting lists of a segment are made from; article i becomes docid i + 1.
struct PostingsInput {
  const LexiconBuilder& lexicon;
  const std::vector<WordStream>& articles;
  const std::vector<std::vector<std::string>>& author_words;  ///< folded, an article each
};

/// Writes a lean Xapian database (no positions, no termlists) to the directory `target`, which must
/// not exist, on `threads` threads: batches of articles become small databases below `scratch`, and
/// Xapian's compactor joins them. Throws Error.
void write_postings(const PostingsInput& input, const std::filesystem::path& target,
                    const std::filesystem::path& scratch, unsigned threads);

}  // namespace news
