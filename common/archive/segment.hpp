// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article_store.hpp"
#include "common/archive/posting_list.hpp"
#include "common/archive/schema.hpp"
#include "common/error.hpp"

namespace news {

/// One immutable segment, opened for reading. Const members are thread-safe except those that touch
/// `postings` and those that ArticleStore names: one object a thread.
class Segment : public ArticleStore {
 public:
  /// `archive`: its directory. Throws Error(ErrorCode::damaged) naming the file.
  Segment(const std::filesystem::path& archive, const SegmentInfo& info,
          std::shared_ptr<const Dictionary> dictionary, const std::set<DocId>& deleted);

  /// Articles that are not tombstoned.
  const ArticleSet& live() const { return live_; }
  ArticleSet none() const { return ArticleSet(articles()); }
  /// Posting lists: those of rare stems and of authors in `postings`, all others in `lists`.
  const Xapian::Database& postings() const { return postings_; }
  const ListFile& lists() const { return *lists_; }

  std::span<const std::int64_t> dates() const { return dates_; }  ///< pack_date values
  std::span<const std::uint32_t> text_words() const { return text_words_; }
  std::span<const std::uint32_t> lengths() const { return lengths_; }  ///< weighted, for ranking
  std::uint64_t total_length() const;  ///< sum of lengths() over live articles

  /// Distinct values of a column, sorted; code 0 is "none", code k is value k-1.
  const StringTable& values(Column c) const { return columns_[static_cast<std::size_t>(c)].values; }
  /// By document id, the codes of a single-valued column.
  std::span<const std::uint32_t> codes(Column c) const {
    return columns_[static_cast<std::size_t>(c)].codes;
  }
  /// Codes of an article: exactly one in a single-valued column.
  std::span<const std::uint32_t> codes(Column c, DocId n) const;

  /// By document id, a hash of each article's id. O(articles).
  std::vector<std::uint64_t> id_hashes() const;
  /// The place of each article in the order of ids within the segment.
  std::span<const std::uint32_t> id_ranks() const { return id_rank_; }
  /// The live and dead articles whose url begins so. O(log articles) articles are read.
  std::span<const DocId> find_url(std::string_view prefix) const;
  /// All articles of that id, live or dead, oldest first.
  std::vector<DocId> find_versions(std::string_view id) const;
  /// The last of them, if any.
  std::optional<DocId> find_id(std::string_view id) const;

 private:
  struct ColumnData {
    StringTable values;
    std::span<const std::uint32_t> codes;
    std::span<const std::uint32_t> starts;  // only in multi-valued columns
  };
  ArticleSet live_;
  SectionFile column_file_, id_file_;
  std::unique_ptr<ListFile> lists_;
  std::span<const std::uint64_t> id_hash_;
  std::span<const std::uint32_t> text_words_, lengths_, id_doc_ids_, id_rank_, by_url_;
  std::span<const std::int64_t> dates_;
  std::array<ColumnData, kColumns.size()> columns_;
  Xapian::Database postings_;
  mutable std::optional<std::uint64_t> total_length_;
};

/// Runs `body`, turning Xapian's exceptions into Error(ErrorCode::damaged) once and for all.
template <typename Body>
auto with_xapian(const std::filesystem::path& path, Body&& body) {
  try {
    return body();
  } catch (const Xapian::Error& e) {
    throw_damaged(path.string(), e.get_description());
  }
}

}  // namespace news
