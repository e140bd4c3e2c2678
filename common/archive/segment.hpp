// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article_codec.hpp"
#include "common/archive/article_set.hpp"
#include "common/archive/manifest.hpp"
#include "common/archive/posting_list.hpp"
#include "common/error.hpp"
#include "common/io/sections.hpp"
#include "common/io/string_table.hpp"
#include "common/schema.hpp"
#include "common/words/etdc.hpp"
#include "common/words/residue.hpp"

namespace news {

/// The word codes of one article, checked against their checksum when read.
struct WordRecord {
  std::string_view title, text;  ///< codes
  std::string_view bounds;       ///< varint (words << 1 | ends paragraph) a sentence of the text
};

/// The words of one segment and their stem classes. Thread-safe.
class Lexicon {
 public:
  explicit Lexicon(const std::filesystem::path& path, std::uint64_t bytes,
                   const std::vector<std::string>& languages);
  std::uint32_t size() const { return words_.size(); }
  std::optional<WordId> find(std::string_view folded) const;
  std::string word(WordId id) const;  ///< id < size()
  /// How the word is mostly written in this segment; O(1).
  std::string_view usual_form(WordId id) const {
    if (id >= size() || usual_at_[id] > usual_at_[id + 1] || usual_at_[id + 1] > usual_.size())
      file_.damaged("usual", "has a word out of range");
    return usual_.substr(usual_at_[id], usual_at_[id + 1] - usual_at_[id]);
  }
  /// Words that begin with `prefix` (all for ""), in byte order, until visit returns false.
  template <typename Visit>
  void scan(std::string_view prefix, Visit&& visit) const {
    words_.scan(words_.lower_bound(prefix), [&](std::uint32_t index, std::string_view word) {
      return word.starts_with(prefix) && visit(rank_of_[index], word);
    });
  }
  /// All words of the segment whose stem in `language` is `stem`, ascending. (May include words
  /// that occur only in articles of other languages when the class is the word itself.)
  std::vector<WordId> stem_class(std::string_view language, std::string_view stem) const;
  /// The words, most frequent first, that pair terms are made of: ids below this number.
  std::uint32_t pair_words() const { return pair_words_; }

 private:
  struct Stems {
    StringTable stems;
    std::span<const std::uint32_t> starts;
    std::span<const WordId> members;
  };
  SectionFile file_;
  StringTable words_;
  std::span<const WordId> rank_of_;
  std::span<const std::uint32_t> index_of_, usual_at_;
  std::string_view usual_;
  std::uint32_t pair_words_ = 0;
  std::vector<std::pair<std::string, Stems>> stems_;
};

/// One immutable segment, opened for reading. Const members are thread-safe except those that touch
/// `postings` and `article` (Xapian and zstd contexts: one Segment object a thread).
class Segment {
 public:
  /// `archive`: its directory. Throws Error(Exit::damaged) naming the file.
  Segment(const std::filesystem::path& archive, const SegmentInfo& info,
          std::shared_ptr<const Dictionary> dictionary, const std::set<Ordinal>& deleted);

  const SegmentInfo& info() const { return info_; }
  std::uint32_t articles() const { return info_.articles; }
  /// Articles that are not tombstoned.
  const ArticleSet& live() const { return live_; }
  ArticleSet none() const { return ArticleSet(info_.articles); }
  const Lexicon& lexicon() const { return *lexicon_; }
  /// Posting lists: those of rare stems and of authors in `postings`, all others in `lists`.
  const Xapian::Database& postings() const { return postings_; }
  const ListFile& lists() const { return *lists_; }

  /// The whole article, compared with its checksum. `words`, if not null, receives the place of
  /// each word, by position: those of the title, those of the text.
  struct WordRanges {
    std::vector<WordRange> title, text;
  };
  Article article(Ordinal n, WordRanges* words = nullptr) const;
  /// How the words of an article are written, without the text around them.
  struct WordForms {
    std::unique_ptr<const std::string> record;  // what the steps point into
    // By position; words that have no step are in their usual form.
    std::vector<std::pair<std::uint32_t, detail::ResidueReader::Step>> title, text;
  };
  WordForms word_forms(Ordinal n, std::size_t title_words, std::size_t text_words) const;
  std::string word_form(const WordForms& forms, bool title, std::size_t position, WordId id) const;
  /// The article without title and text, which take longer.
  Article fields(Ordinal n) const;
  std::string_view article_frame(Ordinal n) const;
  WordRecord words(Ordinal n) const;
  /// Asks the processor to fetch what words(n) will read.
  void prefetch_words(Ordinal n) const;

  std::span<const std::int64_t> dates() const { return dates_; }  ///< pack_date values
  std::span<const std::uint32_t> text_words() const { return text_words_; }
  std::span<const std::uint32_t> lengths() const { return lengths_; }  ///< weighted, for ranking
  std::uint64_t total_length() const;  ///< sum of lengths() over live articles
  std::span<const std::uint64_t> content_hashes() const { return content_; }
  /// By ordinal, a hash of the raw record that the article was made of, and of how it was read; 0
  /// unknown.
  std::span<const std::uint64_t> record_keys() const { return record_; }
  /// The same of replaced articles that are no longer stored.
  std::span<const std::uint64_t> retired_keys() const { return retired_; }

  /// Distinct values of a column, sorted; code 0 is "none", code k is value k-1.
  const StringTable& values(Column c) const { return columns_[static_cast<std::size_t>(c)].values; }
  /// By ordinal, the codes of a single-valued column.
  std::span<const std::uint32_t> codes(Column c) const {
    return columns_[static_cast<std::size_t>(c)].codes;
  }
  /// Codes of an article: exactly one in a single-valued column.
  std::span<const std::uint32_t> codes(Column c, Ordinal n) const;

  /// The place of each article in the order of ids within the segment.
  std::span<const std::uint32_t> id_ranks() const { return id_rank_; }
  /// The live and dead articles whose url begins so. O(log articles) articles are read.
  std::span<const Ordinal> find_url(std::string_view prefix) const;
  /// All articles of that id, live or dead, oldest first.
  std::vector<Ordinal> find_versions(std::string_view id) const;
  /// The last of them, if any.
  std::optional<Ordinal> find_id(std::string_view id) const;

 private:
  struct ColumnData {
    StringTable values;
    std::span<const std::uint32_t> codes;
    std::span<const std::uint32_t> starts;  // only in multi-valued columns
  };
  std::string_view record(const MappedFile& data, std::span<const std::uint64_t> at,
                          Ordinal n) const;

  SegmentInfo info_;
  std::filesystem::path path_;
  ArticleSet live_;
  std::unique_ptr<Codec> codec_;
  MappedFile article_data_, word_data_;
  SectionFile article_index_, word_index_, column_file_, id_file_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<ListFile> lists_;
  std::span<const std::uint64_t> article_at_, word_at_, content_, record_, retired_, id_hash_;
  std::span<const std::uint32_t> word_check_, text_words_, lengths_, id_ordinal_, id_rank_, by_url_;
  std::span<const std::int64_t> dates_;
  std::array<ColumnData, kColumns.size()> columns_;
  Xapian::Database postings_;
  mutable std::optional<std::uint64_t> total_length_;
};

/// The dictionary coder and tombstones that several segments share, and all segments of a revision.
struct Archive {
  /// Opens the revision in force. Throws Error(Exit::damaged).
  explicit Archive(const std::filesystem::path& path);
  std::filesystem::path path;
  Manifest manifest;
  std::vector<std::unique_ptr<Segment>> segments;
  /// By segment, ascending: the articles that somebody deleted, which nothing may show. Kept since
  /// a writer may remove the file that names them.
  std::vector<std::vector<Ordinal>> deleted;

 private:
  void open();
};

/// The articles of a segment that are not live.
struct Tombstones {
  std::set<Ordinal> all;
  std::set<Ordinal> deleted;  ///< of these, those that somebody deleted; the rest was replaced
};

/// By name of the segment, from the section file that the manifest names.
std::map<std::string, Tombstones> read_tombstones(const std::filesystem::path& archive,
                                                  const Manifest& manifest);

/// Runs `body`, turning Xapian's exceptions into Error(Exit::damaged) once and for all.
template <typename Body>
auto with_xapian(const std::filesystem::path& path, Body&& body) {
  try {
    return body();
  } catch (const Xapian::Error& e) {
    throw Error(Exit::damaged, path.string() + ": " + e.get_description(),
                "Run 'indexer verify' on the archive.");
  }
}

}  // namespace news
