// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline/reanalysis.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "indexer/pipeline/pipeline.hpp"

namespace news {
namespace {

constexpr std::size_t kBatch = 256;  // articles

}  // namespace

std::optional<SegmentInfo> reanalyse(const Reanalysis& work, SegmentBuilder& builder,
                                     const std::atomic<bool>& stop) {
  std::vector<WorkerWords> words(work.threads);
  std::size_t next = 0, placed = 0;
  const auto pull = [&]() -> std::optional<RawBatch> {
    if (stop || next == work.count) return std::nullopt;
    RawBatch batch;
    for (; next < work.count && batch.records.size() < kBatch; ++next)
      batch.records.emplace_back().from.record = next;
    return batch;
  };
  const auto read = [&](RawRecord& record, WorkerWords& w) -> Outcome {
    auto stored = work.read(record.from.record);
    if (!stored) return Rejection{};
    auto analysed = analyse(stored->article, w);
    analysed.record = stored->record;
    return analysed;
  };
  run_pipeline(pull, work.threads, read, words, [&](Batch batch) {
    if (stop) throw Interrupted{};
    for (auto& outcome : batch.outcomes) {
      std::optional<DocId> place;
      if (auto* article = std::get_if<AnalysedArticle>(&outcome))
        place = builder.add(std::move(*article), batch.worker);
      if (work.placed) work.placed(placed, place);
      ++placed;
    }
  });
  if (stop) throw Interrupted{};
  if (builder.articles() == 0) return std::nullopt;
  std::vector<const WorkerWords*> workers;
  for (const auto& w : words) workers.push_back(&w);
  SegmentInfo info = builder.finish(workers, work.threads, work.make_dictionary);
  if (stop) throw Interrupted{};
  return info;
}

}  // namespace news
