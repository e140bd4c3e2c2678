// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/io/sections.hpp"
#include "common/words/etdc.hpp"
#include "indexer/segment/analysis.hpp"

namespace news {

/// How many of the most frequent words have pair terms: those with one-byte codes.
/// docs/ARCHITECTURE.md, "Searching", says what for.
inline constexpr std::uint32_t kPairWords = 128;

/// An article's words as the builder keeps them until the segment is finished.
struct WordStream {
  std::uint32_t worker = 0;
  std::uint32_t language = 0;  ///< index into LexiconBuilder::languages()
  FieldStream title, text;
};

/// Orders the words of a segment by frequency and knows their stems. Not thread-safe while
/// building; the const members are thread-safe afterwards.
class LexiconBuilder {
 public:
  /// O(words). Words of equal frequency are ordered by bytes, so the result depends on the articles
  /// only.
  LexiconBuilder(const std::vector<const WorkerWords*>& workers,
                 const std::vector<WordStream>& articles, std::vector<std::string> languages);

  /// Appends the word ids of a field to `out`.
  void decode(std::uint32_t worker, const FieldStream& field, std::vector<WordId>& out) const;
  /// The id of a worker's written word; kNoWord when it is in no article.
  WordId rank(std::uint32_t worker, std::uint32_t written) const {
    return rank_of_[worker][written];
  }
  /// How a word is mostly written in this segment.
  const std::string& usual_form(WordId id) const { return usual_[id]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  const std::vector<std::string>& languages() const { return languages_; }

  /// Number of the stem of a word in a language; the word must occur in an article of it.
  std::uint32_t stem(std::uint32_t language, WordId word) const { return stem_of_[language][word]; }
  const std::string& stem_name(std::uint32_t language, std::uint32_t stem) const {
    return stem_names_[language][stem];
  }
  std::uint32_t stems(std::uint32_t language) const {
    return static_cast<std::uint32_t>(stem_names_[language].size());
  }
  const std::string& word(WordId id) const { return words_[id]; }

  /// The words that share their stem with others, by language: their posting list is not the
  /// stem's.
  struct Form {
    std::uint32_t language;
    WordId word;
    bool most_frequent;  ///< of its stem
  };
  const std::vector<Form>& forms() const { return forms_; }
  /// Index into forms(), or kNoWord.
  std::uint32_t form(std::uint32_t language, WordId word) const { return form_of_[language][word]; }

  /// Writes the lexicon file (docs/FORMAT.md).
  FileSum write(const std::filesystem::path& path) const;

 private:
  using Counts = std::vector<std::vector<std::vector<std::uint32_t>>>;
  Counts count(const std::vector<const WorkerWords*>& workers,
               const std::vector<WordStream>& articles) const;
  void rank(const std::vector<const WorkerWords*>& workers, const Counts& counts);
  void stem_all(const Counts& counts);
  void find_forms();
  void add_stems(SectionWriter& out, std::uint32_t language) const;

  std::vector<std::string> languages_;
  std::vector<std::string> words_, usual_;           // by rank: folded, as mostly written
  std::vector<std::vector<WordId>> rank_of_;         // worker → number of written word → rank
  std::vector<std::vector<std::uint32_t>> stem_of_;  // language → rank → stem
  std::vector<std::vector<std::string>> stem_names_;
  std::vector<Form> forms_;
  std::vector<std::vector<std::uint32_t>> form_of_;  // language → rank → index into forms_
};

}  // namespace news
