// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/archive/segment.hpp"
#include "indexer/segment/analysis.hpp"
#include "indexer/segment/lexicon_builder.hpp"
#include "indexer/segment/postings_writer.hpp"
#include "indexer/segment/record_encoder.hpp"

namespace news {

/// Collects the articles of one new segment, in order, and writes its files. Not thread-safe.
/// Life: construct → add()* → finish(). Without finish() the destructor removes what was written.
class SegmentBuilder {
 public:
  /// `directory`: created; must not exist.
  SegmentBuilder(std::filesystem::path directory, std::string name);
  ~SegmentBuilder();
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  /// Takes an article over; returns its document id. `worker`: whose WorkerWords its streams refer
  /// to.
  DocId add(AnalysedArticle&& article, std::uint32_t worker);
  std::uint32_t articles() const { return static_cast<std::uint32_t>(streams_.size()); }

  /// Notes the record keys of replaced articles that are left out, so that their records are still
  /// known. Zero is no key.
  void retire(std::vector<std::uint64_t> keys) { retired_ = std::move(keys); }

  /// Latest article of that id in this segment, with its content hash.
  struct Known {
    DocId doc_id;
    std::uint64_t content;
  };
  const Known* find(const std::string& id) const;

  /// Makes the dictionary of the article store from some of its records.
  using MakeDictionary =
      std::function<std::shared_ptr<const Dictionary>(const std::vector<std::string>& samples)>;
  /// Writes and syncs all files. `workers` must not change any more.
  SegmentInfo finish(const std::vector<const WorkerWords*>& workers, unsigned threads,
                     const MakeDictionary& make_dictionary);

 private:
  std::vector<std::string> sample_records(const RecordEncoder& encoder) const;
  void write_articles(const std::vector<std::string>& frames);
  void write_words(const LexiconBuilder& lexicon);
  void write_columns();
  void write_ids();
  void write_database(const PostingsWriter& postings);
  void add_file(const std::string& name, const FileSum& sum);

  std::filesystem::path directory_;
  SegmentInfo info_;
  std::mutex files_mutex_;  // of info_.files, while files are written in parallel
  bool finished_ = false;
  std::vector<WordStream> streams_;
  std::vector<std::string> fields_, bounds_;
  std::vector<std::string> languages_, ids_, urls_;
  std::vector<std::uint64_t> content_, record_, retired_, id_hash_;
  std::vector<std::int64_t> dates_;
  std::vector<std::uint32_t> text_words_, lengths_;
  std::array<std::vector<std::vector<std::string>>, kColumns.size()> values_;
  std::unordered_map<std::string, Known> known_;
};

}  // namespace news
