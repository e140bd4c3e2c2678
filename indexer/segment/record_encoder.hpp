// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/words/surface.hpp"
#include "indexer/segment/lexicon_builder.hpp"

namespace news {

/// Makes the records that go into the article store: fields, and what it takes besides the word
/// codes to write title and text down again. Const members are thread-safe.
class RecordEncoder {
 public:
  /// Both must outlive the object. O(distinct written words and separators).
  RecordEncoder(const LexiconBuilder& lexicon, const std::vector<const WorkerWords*>& workers);
  /// `fields`: encode_fields of the article. O(text).
  std::string encode(std::string_view fields, const WordStream& stream) const;

 private:
  std::string surface(std::uint32_t worker, const FieldStream& field) const;

  struct Worker {
    const WorkerWords* words;
    std::vector<WordForm> forms;                       // by number of the written word
    std::vector<SurfaceWriter::Separator> separators;  // by number of the separator
  };
  std::vector<Worker> workers_;
};

}  // namespace news
