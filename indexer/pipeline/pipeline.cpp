// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline/pipeline.hpp"

#include <algorithm>
#include <future>
#include <thread>

#include "common/io/bounded_queue.hpp"
#include "common/io/file.hpp"
#include "common/io/sha256.hpp"

namespace news {
namespace {

constexpr std::uint64_t kBatchBytes = 1 << 20;
constexpr std::size_t kBatchRecords = 256;

// A batch on its way: a worker fulfils the promise, the consumer waits for the futures in input
// order.
struct Job {
  RawBatch raw;
  std::promise<Batch> done;
};

void work(BoundedQueue<Job>& jobs, std::uint32_t worker, const ReadRecord& read,
          WorkerWords& words) {
  while (auto job = jobs.pop()) {
    try {
      Batch batch{worker, {}, job->raw.bytes};
      for (auto& record : job->raw.records) batch.outcomes.push_back(read(record, words));
      job->done.set_value(std::move(batch));
    } catch (...) {
      job->done.set_exception(std::current_exception());
    }
  }
}

}  // namespace

Outcome read_record(RawRecord& record, const RecordOptions& options, WorkerWords& words) {
  std::uint64_t key = 0;
  if (record.reject_reason.empty()) {
    record.from.bytes = record.bytes.size();
    record.from.sha256 = sha256(record.bytes);
    key = xxh3(record.from.sha256 + std::to_string(record.context));
    if (options.known && options.known->contains(key)) return Known{std::move(record.from)};
  }
  const std::string raw = options.keep_rejected ? record.bytes : std::string();
  Parsed parsed =
      Rejection{record.reject_reason, record.reject_detail, record.from, record.skipped, {}, {}};
  if (record.reject_reason.empty()) parsed = record.parser->parse(record);
  if (auto* rejection = std::get_if<Rejection>(&parsed)) {
    rejection->format = record.format;
    rejection->raw = raw;
    return std::move(*rejection);
  }
  auto analysed = analyse(std::get<Article>(parsed), words);
  analysed.format = record.format;
  analysed.record = key;
  return analysed;
}

SeenRecords::SeenRecords(std::vector<std::uint64_t> keys) : keys_(std::move(keys)) {
  std::sort(keys_.begin(), keys_.end());
}

bool SeenRecords::contains(std::uint64_t key) const {
  return key != 0 && std::binary_search(keys_.begin(), keys_.end(), key);
}

std::optional<RawBatch> next_batch(InputSource& input) {
  RawBatch batch;
  while (batch.bytes < kBatchBytes && batch.records.size() < kBatchRecords) {
    auto record = input.next();
    if (!record) break;
    batch.bytes += record->bytes.size();
    batch.records.push_back(std::move(*record));
  }
  if (batch.records.empty()) return std::nullopt;
  return batch;
}

void run_pipeline(const std::function<std::optional<RawBatch>()>& pull, unsigned threads,
                  const ReadRecord& read, std::vector<WorkerWords>& words,
                  const std::function<void(Batch)>& consume) {
  BoundedQueue<Job> jobs(1);
  BoundedQueue<std::future<Batch>> results(threads + 2);
  // Whatever ends this function first closes both queues, so that no thread waits for ever.
  struct Closer {
    BoundedQueue<Job>& jobs;
    BoundedQueue<std::future<Batch>>& results;
    ~Closer() {
      jobs.close();
      results.close();
    }
  };
  std::exception_ptr pull_failure;
  std::vector<std::jthread> pool;
  const auto produce = [&] {
    const Closer closer{jobs, results};
    try {
      while (auto raw = pull()) {
        Job job{std::move(*raw), {}};
        if (!results.push(job.done.get_future()) || !jobs.push(std::move(job))) return;
      }
    } catch (...) {
      pull_failure = std::current_exception();
    }
  };
  {
    const Closer closer{jobs, results};
    for (std::uint32_t w = 0; w < threads; ++w)
      pool.emplace_back([&, w] { work(jobs, w, read, words[w]); });
    std::jthread producer(produce);
    try {
      while (auto result = results.pop()) consume(result->get());
    } catch (...) {
      jobs.close();
      results.close();
      throw;
    }
  }
  pool.clear();
  if (pull_failure) std::rethrow_exception(pull_failure);
}

}  // namespace news
