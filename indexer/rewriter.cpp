// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/rewriter.hpp"

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/pipeline.hpp"
#include "indexer/segment_builder.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kBytesAWord = 6;  // of a text, on average; decides how much is merged
constexpr std::size_t kBatch = 256;       // articles

struct Interrupted {};

/// Open archives, one a thread at work: a Segment is for one thread at a time.
class ArchivePool {
 public:
  explicit ArchivePool(fs::path path) : path_(std::move(path)) {}

  template <typename Use>
  auto with(Use use) {
    std::unique_ptr<Archive> archive = take();
    if (!archive) archive = std::make_unique<Archive>(path_);
    auto result = use(*archive);
    const std::lock_guard guard(mutex_);
    idle_.push_back(std::move(archive));
    return result;
  }

 private:
  std::unique_ptr<Archive> take() {
    const std::lock_guard guard(mutex_);
    if (idle_.empty()) return nullptr;
    auto archive = std::move(idle_.back());
    idle_.pop_back();
    return archive;
  }

  const fs::path path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Archive>> idle_;
};

AnalysedArticle analyse_stored(const Segment& segment, Ordinal n, WorkerWords& words) {
  Article article = segment.article(n);
  auto analysed = analyse(article, words);
  analysed.record = segment.record_keys()[n];
  return analysed;
}

}  // namespace

Rewriter::Rewriter(ArchiveEditor& editor, RewriteOptions options, const std::atomic<bool>& stop)
    : editor_(editor), options_(options), stop_(stop) {
  if (options_.threads == 0) options_.threads = std::max(1u, std::thread::hardware_concurrency());
}

CompactReport Rewriter::compact() {
  return run([this] {
    const std::uint64_t most = options_.memory_mib * (1u << 20) * 2 / 5 / kBytesAWord;
    for (std::size_t first = 0; first < editor_.manifest().segments.size(); ++first) {
      const auto& segments = editor_.manifest().segments;
      std::uint64_t words = kept_words(segments[first]);
      std::size_t last = first + 1;
      while (last < segments.size() && words + kept_words(segments[last]) <= most)
        words += kept_words(segments[last++]);
      if (last - first > 1 || worth_rewriting(segments[first])) merge(first, last);
    }
  });
}

CompactReport Rewriter::reduce() {
  return run([this] {
    const std::uint64_t most = options_.memory_mib * (1u << 20) * 2 / 5 / kBytesAWord;
    while (editor_.manifest().segments.size() > kMostSegments) {
      // The cheapest neighbours: half of what is too much is merged at once.
      constexpr std::size_t kRun = kMostSegments / 2;
      const auto& segments = editor_.manifest().segments;
      std::uint64_t least = most + 1;
      std::size_t best = 0;
      for (std::size_t first = 0; first + kRun <= segments.size(); ++first) {
        std::uint64_t words = 0;
        for (std::size_t i = first; i < first + kRun; ++i) words += kept_words(segments[i]);
        if (words < least) {
          least = words;
          best = first;
        }
      }
      if (least > most) return;
      const auto before = segments.size();
      merge(best, best + kRun);
      if (editor_.manifest().segments.size() == before) return;
    }
  });
}

CompactReport Rewriter::rebuild() {
  return run([this] {
    const auto count = editor_.manifest().segments.size();
    for (std::size_t i = 0, done = 0; done < count; ++done) {
      const auto before = editor_.manifest().segments.size();
      merge(i, i + 1);
      // A segment of which nothing is kept is gone.
      if (editor_.manifest().segments.size() == before) ++i;
    }
  });
}

CompactReport Rewriter::run(const std::function<void()>& steps) {
  report_ = {};
  report_.segments_before = editor_.manifest().segments.size();
  try {
    steps();
  } catch (const Interrupted&) {
    report_.interrupted = true;
  }
  report_.segments_after = editor_.manifest().segments.size();
  return report_;
}

std::uint64_t Rewriter::kept_words(const SegmentInfo& segment) const {
  return segment.articles == 0
             ? 0
             : segment.words * (segment.articles - segment.deleted) / segment.articles;
}

bool Rewriter::worth_rewriting(const SegmentInfo& segment) const {
  const Tombstones& dead = editor_.tombstones(segment.name);
  const auto dropped = editor_.manifest().keep_versions ? dead.deleted.size() : dead.all.size();
  return dropped * 10 >= segment.articles;
}

// What is kept of neighbours, and what has to be remembered of the rest.
Rewriter::Selection Rewriter::select(std::size_t first, std::size_t last) {
  const Archive& archive = *editor_.archive();
  Selection out;
  for (std::size_t s = first; s < last; ++s) {
    const Segment& segment = *archive.segments[s];
    const Tombstones& dead = editor_.tombstones(segment.info().name);
    const auto& dropped = editor_.manifest().keep_versions ? dead.deleted : dead.all;
    for (Ordinal n = 0; n < segment.articles(); ++n)
      if (!dropped.contains(n))
        out.places.push_back({s, n});
      else if (!dead.deleted.contains(n) && segment.record_keys()[n] != 0)
        out.retired.push_back(segment.record_keys()[n]);
    const auto before = segment.retired_keys();
    out.retired.insert(out.retired.end(), before.begin(), before.end());
    out.dropped += dropped.size();
    out.segments.insert(segment.info().name);
  }
  return out;
}

void Rewriter::merge(std::size_t first, std::size_t last) {
  const Archive& archive = *editor_.archive();
  Selection selection = select(first, last);
  const auto& places = selection.places;
  report_.dropped += selection.dropped;
  const std::string name = editor_.new_segment();
  fs::remove_all(editor_.directory(name));
  if (places.empty()) {
    // The keys of replaced articles have to stay somewhere.
    if (selection.retired.empty()) editor_.commit({}, selection.segments);
    return;
  }
  SegmentBuilder builder(editor_.directory(name), name);
  builder.retire(std::move(selection.retired));
  std::vector<WorkerWords> words(options_.threads);
  ArchivePool pool(editor_.path());
  std::size_t next = 0;
  const auto pull = [&]() -> std::optional<RawBatch> {
    if (stop_ || next == places.size()) return std::nullopt;
    RawBatch batch;
    for (; next < places.size() && batch.records.size() < kBatch; ++next)
      batch.records.emplace_back().from.record = next;
    return batch;
  };
  const auto read = [&](RawRecord& record, WorkerWords& w) -> Outcome {
    const Place place = places[record.from.record];
    return pool.with([&](const Archive& open) {
      return analyse_stored(*open.segments[place.segment], place.ordinal, w);
    });
  };
  auto place = places.begin();
  run_pipeline(pull, options_.threads, read, words, [&](Batch batch) {
    if (stop_) throw Interrupted{};
    for (auto& outcome : batch.outcomes) {
      const auto& from = archive.segments[place->segment]->info().name;
      const bool replaced = editor_.tombstones(from).all.contains(place->ordinal);
      const Ordinal n = builder.add(std::move(std::get<AnalysedArticle>(outcome)), batch.worker);
      if (replaced) editor_.tombstones(name).all.insert(n);
      ++place;
    }
  });
  if (stop_) throw Interrupted{};
  std::vector<const WorkerWords*> workers;
  for (const auto& w : words) workers.push_back(&w);
  SegmentInfo info = builder.finish(
      workers, options_.threads,
      [this](const std::vector<std::string>& samples) { return editor_.dictionary(samples); });
  info.dictionary = editor_.dictionary_name();
  if (stop_) throw Interrupted{};
  report_.articles += places.size();
  editor_.commit({std::move(info)}, selection.segments);
}

}  // namespace news
