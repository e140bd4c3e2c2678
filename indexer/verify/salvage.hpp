// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article_store.hpp"
#include "indexer/pipeline/reanalysis.hpp"

namespace news {

/// Reads what can be read of a segment whose files are damaged. An article is given only if its
/// text is proved right: by its checksum, or, where that is lost, by those of all it was made of.
/// Const members are thread-safe.
class Salvage {
 public:
  /// `damaged`: the segment's files that do not match their checksums. Throws
  /// Error(ErrorCode::damaged) when nothing can be read without a file that is damaged.
  Salvage(const std::filesystem::path& archive, const SegmentInfo& info,
          std::shared_ptr<const Dictionary> dictionary, const std::set<std::string>& damaged);

  /// Nothing when it is lost.
  std::optional<StoredArticle> article(DocId n) const;
  /// What is still known of an article that is lost.
  std::string describe(DocId n) const;
  /// As of ArticleStore; empty when the index is damaged.
  std::vector<std::uint64_t> retired_keys() const;

 private:
  std::string_view words_of(DocId n, bool& proved) const;
  void find_frames();
  void find_words();

  SegmentInfo info_;
  std::filesystem::path path_;
  std::shared_ptr<const Dictionary> dictionary_;
  bool index_sound_, words_sound_, word_index_sound_, lexicon_sound_;
  MappedFile article_data_, word_data_;
  std::optional<SectionFile> article_index_, word_index_;
  std::optional<Lexicon> lexicon_;
  std::vector<std::string_view> frames_, words_;  // by document id; empty: not found
  std::span<const std::uint64_t> content_, record_;
  std::span<const std::uint32_t> word_check_;
};

}  // namespace news
