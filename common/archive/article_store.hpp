// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/article_codec.hpp"
#include "common/archive/article_set.hpp"
#include "common/archive/lexicon.hpp"
#include "common/archive/manifest.hpp"
#include "common/words/surface.hpp"

namespace news {

/// The word codes of one article, checked against their checksum when read.
struct WordRecord {
  std::string_view title, text;  ///< codes
  std::string_view bounds;       ///< varint (words << 1 | ends paragraph) a sentence of the text
};

/// Splits the record of an article's words; false when it is broken.
bool split_word_record(std::string_view bytes, WordRecord& out);

/// Bytes of the word record that `bytes` begins with, by its own counts; 0 when it is broken.
std::size_t word_record_size(std::string_view bytes);

/// The place of each word of an article, by position.
struct WordRanges {
  std::vector<WordRange> title, text;
};

/// The article whose fields and surfaces are `bytes` (decompressed) and whose words are `words`,
/// not compared with any checksum. `ranges`, if not null, receives the place of each word. Throws
/// Error(ErrorCode::damaged).
Article compose_article(std::string_view bytes, const WordRecord& words, const Lexicon& lexicon,
                        WordRanges* ranges = nullptr);

/// What the articles of one segment are written down from: fields, word codes, lexicon. All else in
/// a segment can be made again from it. Const members are thread-safe except those that decompress
/// (article, fields, word_forms: one object a thread).
class ArticleStore {
 public:
  /// `archive`: its directory. Throws Error(ErrorCode::damaged) naming the file.
  ArticleStore(const std::filesystem::path& archive, const SegmentInfo& info,
               std::shared_ptr<const Dictionary> dictionary);

  const SegmentInfo& info() const { return info_; }
  std::uint32_t articles() const { return info_.articles; }
  const Lexicon& lexicon() const { return *lexicon_; }

  /// The whole article, compared with its checksum. `ranges`, if not null, receives the place of
  /// each word.
  Article article(DocId n, WordRanges* ranges = nullptr) const;
  /// How the words of an article are written, without the text around them.
  struct WordForms {
    std::unique_ptr<const std::string> record;  // what the steps point into
    // By position; words that have no step are in their usual form.
    std::vector<std::pair<std::uint32_t, detail::SurfaceReader::Step>> title, text;
  };
  WordForms word_forms(DocId n, std::size_t title_words, std::size_t text_words) const;
  std::string word_form(const WordForms& forms, bool title, std::size_t position, WordId id) const;
  /// The article without title and text, which take longer.
  Article fields(DocId n) const;
  std::string_view article_frame(DocId n) const;
  WordRecord words(DocId n) const;
  /// Asks the processor to fetch what words(n) will read. For many articles at once, ask first
  /// for the places of all, since the words are found by these.
  void prefetch_words(DocId n) const;
  void prefetch_place(DocId n) const {
    __builtin_prefetch(word_at_.data() + n);
    __builtin_prefetch(word_check_.data() + n);
  }

  std::span<const std::uint64_t> content_hashes() const { return content_; }
  /// By document id, a hash of the raw record that the article was made of, and of how it was read;
  /// 0 unknown.
  std::span<const std::uint64_t> record_keys() const { return record_; }
  /// The same of replaced articles that are no longer stored.
  std::span<const std::uint64_t> retired_keys() const { return retired_; }

 protected:
  const std::filesystem::path& path() const { return path_; }

 private:
  std::string_view record(const MappedFile& data, std::span<const std::uint64_t> at, DocId n) const;

  SegmentInfo info_;
  std::filesystem::path path_;
  std::unique_ptr<Codec> codec_;
  MappedFile article_data_, word_data_;
  SectionFile article_index_, word_index_;
  std::unique_ptr<Lexicon> lexicon_;
  std::span<const std::uint64_t> article_at_, word_at_, content_, record_, retired_;
  std::span<const std::uint32_t> word_check_;
};

/// The size that the manifest gives a file of the segment; throws Error(ErrorCode::damaged) if it
/// does not know it.
std::uint64_t size_of(const SegmentInfo& info, const std::string& file);

}  // namespace news
