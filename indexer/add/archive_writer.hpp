// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/error.hpp"
#include "indexer/add/add_report.hpp"
#include "indexer/input/reader.hpp"
#include "indexer/pipeline/pipeline.hpp"
#include "indexer/revise/archive_editor.hpp"

namespace news {

struct AddOptions {
  std::filesystem::path archive;
  unsigned threads = 0;             ///< 0: all cores
  std::uint64_t memory_mib = 1024;  ///< bound on what indexing keeps in memory, at least 128
  bool strict = false;              ///< stop at the first rejection
  bool keep_versions = false;       ///< from now on the archive keeps what is replaced
  std::optional<std::uint32_t> story_window;  ///< from now on, days that copies may be apart
};

/// Who gets reports while an import runs, on the thread that called it. All may be empty.
struct AddListener {
  std::function<void(const Rejection&)> on_rejection;
  std::function<void(const AddReport&)> on_progress;  ///< after each batch
  std::function<void(const FileReport&)> on_file;     ///< when a file is through
  bool keep_rejected = false;                         ///< fill Rejection::raw
};

/// Adds everything an input delivers to an archive, creating it if need be. Each segment is
/// committed when it is complete; on any failure or when `*stop` is set the archive stays at its
/// last commit. Records that made an article before are known by their digest and not read again.
class ArchiveWriter {
 public:
  ArchiveWriter(AddOptions options, AddListener listener, const std::atomic<bool>& stop);
  AddReport add(InputSource& input);

 private:
  Error unchanged(const Error& e) const;
  bool add_segment(InputSource& input);
  SeenRecords seen_records() const;
  void consume(Batch batch, class SegmentBuilder& builder);
  void count(const Provenance& from, std::string_view format, std::uint64_t RecordCounts::*what);
  void refuse(const Rejection& rejection);
  void finish_file();
  void merge_segments();
  void place(AnalysedArticle&& article, std::uint32_t worker, class SegmentBuilder& builder);
  void commit(class SegmentBuilder& builder, const std::vector<const WorkerWords*>& workers);

  AddOptions options_;
  AddListener listener_;
  const std::atomic<bool>& stop_;
  AddReport report_, pending_;
  FileReport file_;  // the file that records come from at present
  std::unique_ptr<ArchiveEditor> editor_;
};

}  // namespace news
