// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <variant>
#include <vector>

#include "indexer/input/reader.hpp"
#include "indexer/segment/analysis.hpp"

namespace news {

/// A record whose article the archive holds already, or held until a later one replaced it.
struct Known {
  Provenance from;
};

using Outcome = std::variant<AnalysedArticle, Rejection, Known>;

/// Tells whether an article was made of the same record, read in the same way. Thread-safe.
class SeenRecords {
 public:
  /// `keys`: AnalysedArticle::record of each.
  explicit SeenRecords(std::vector<std::uint64_t> keys);
  bool contains(std::uint64_t key) const;

 private:
  std::vector<std::uint64_t> keys_;  // ascending
};

/// Some consecutive records, as cut and as analysed.
struct RawBatch {
  std::vector<RawRecord> records;
  std::uint64_t bytes = 0;
};
struct Batch {
  std::uint32_t worker = 0;
  std::vector<Outcome> outcomes;
  std::uint64_t bytes = 0;
};

/// Pulls the next batch from an input; nothing at the end. About a megabyte or 256 records.
std::optional<RawBatch> next_batch(InputSource& input);

/// What the workers do with records besides reading them.
struct RecordOptions {
  bool keep_rejected = false;          ///< Rejection::raw is wanted
  const SeenRecords* known = nullptr;  ///< these need not be read again
};

/// Parses and analyses a record of an input. Thread-safe, but for `words`.
Outcome read_record(RawRecord& record, const RecordOptions& options, WorkerWords& words);

using ReadRecord = std::function<Outcome(RawRecord&, WorkerWords&)>;

/// Reads batches on `threads` workers (`read` is called by all of them) and hands them to `consume`
/// on the calling thread, in input order. `pull` is called from one thread of its own. At most
/// threads + 2 batches are in memory. An exception in any part stops all of it and is rethrown
/// here.
void run_pipeline(const std::function<std::optional<RawBatch>()>& pull, unsigned threads,
                  const ReadRecord& read, std::vector<WorkerWords>& words,
                  const std::function<void(Batch)>& consume);

}  // namespace news
