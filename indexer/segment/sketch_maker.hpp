// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/segment/analysis.hpp"
#include "indexer/segment/lexicon_builder.hpp"

namespace news {

/// Makes the sketches of the texts of a segment that is being built. Const members are thread-safe.
class SketchMaker {
 public:
  /// O(distinct written words).
  explicit SketchMaker(const std::vector<const WorkerWords*>& workers);
  /// As append_sketch writes it. O(words).
  std::string sketch(const WordStream& article) const;

 private:
  // Worker → number of written word → word_hash of its folded form: one look-up a word.
  std::vector<std::vector<std::uint64_t>> hash_of_;
};

}  // namespace news
