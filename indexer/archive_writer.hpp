// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/archive/segment.hpp"
#include "common/error.hpp"
#include "indexer/input/reader.hpp"
#include "indexer/pipeline.hpp"

namespace news {

struct AddOptions {
  std::filesystem::path archive;
  unsigned threads = 0;             ///< 0: all cores
  std::uint64_t memory_mib = 1024;  ///< bound on what indexing keeps in memory, at least 128
  bool strict = false;              ///< stop at the first rejection
};

/// What became of every record that was read: read = indexed + replaced + identical + rejected.
struct AddReport {
  std::uint64_t read = 0, indexed = 0, replaced = 0, identical = 0, undated = 0, rejected = 0;
  std::uint64_t bytes = 0;  ///< of raw records
  std::map<std::string, std::uint64_t> reasons;
  std::uint64_t revision = 0;  ///< of the last commit
  bool interrupted = false;
};

/// Adds everything an input delivers to an archive, creating it if need be. Each segment is
/// committed when it is complete; on any failure or when `*stop` is set the archive stays at its
/// last commit. `on_rejection` and `on_progress` (after each batch) are called on the calling
/// thread.
class ArchiveWriter {
 public:
  ArchiveWriter(AddOptions options, std::function<void(const Rejection&)> on_rejection,
                std::function<void(const AddReport&)> on_progress, const std::atomic<bool>& stop);
  AddReport add(InputSource& input);

 private:
  Error unchanged(const Error& e) const;
  bool add_segment(InputSource& input);
  std::shared_ptr<const Dictionary> choose_dictionary(const std::vector<std::string>& samples);
  void consume(Batch batch, class SegmentBuilder& builder);
  void place(AnalysedArticle&& article, std::uint32_t worker, class SegmentBuilder& builder);
  void commit(class SegmentBuilder& builder, const std::vector<const WorkerWords*>& workers);
  void write_tombstones(Manifest& manifest);

  AddOptions options_;
  std::function<void(const Rejection&)> on_rejection_;
  std::function<void(const AddReport&)> on_progress_;
  const std::atomic<bool>& stop_;
  AddReport report_, pending_;
  Manifest manifest_;
  std::unique_ptr<Archive> existing_;
  std::map<std::string, std::set<Ordinal>> tombstones_;
  std::string dictionary_name_;
};

}  // namespace news
