// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/revise/rewriter.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/parallel.hpp"
#include "indexer/pipeline/reanalysis.hpp"
#include "indexer/pipeline/store_pool.hpp"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kBytesAWord = 6;  // of a text, on average; decides how much is merged

}  // namespace

Rewriter::Rewriter(ArchiveEditor& editor, RewriteOptions options, const std::atomic<bool>& stop)
    : editor_(editor), options_(options), stop_(stop) {
  if (options_.threads == 0) options_.threads = default_threads();
  editor_.use_threads(options_.threads);
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
    while (editor_.manifest().segments.size() > kMaxSegments) {
      // The cheapest neighbours: half of what is too much is merged at once.
      constexpr std::size_t kRun = kMaxSegments / 2;
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
    // What is not written again yet may lie, or has no sketches.
    const bool postpone = options_.untrusted || editor_.manifest().stories.empty();
    if (postpone) editor_.postpone_stories();
    const auto count = editor_.manifest().segments.size();
    for (std::size_t i = 0, done = 0; done < count; ++done) {
      const auto before = editor_.manifest().segments.size();
      merge(i, i + 1);
      // A segment of which nothing is kept is gone.
      if (editor_.manifest().segments.size() == before) ++i;
    }
    if (postpone) editor_.resume_stories();
    if (!editor_.stories_hold()) editor_.commit({});
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
  Selection out;
  const auto& segments = editor_.manifest().segments;
  out.sources.assign(segments.begin() + static_cast<std::ptrdiff_t>(first),
                     segments.begin() + static_cast<std::ptrdiff_t>(last));
  const auto stores = open_stores(editor_.path(), out.sources);
  for (std::size_t s = 0; s < stores.size(); ++s) {
    const ArticleStore& store = *stores[s];
    const Tombstones& dead = editor_.tombstones(store.info().name);
    const auto& dropped = editor_.manifest().keep_versions ? dead.deleted : dead.all;
    for (DocId n = 0; n < store.articles(); ++n)
      if (!dropped.contains(n))
        out.places.push_back({s, n});
      else if (!dead.deleted.contains(n) && store.record_keys()[n] != 0)
        out.retired.push_back(store.record_keys()[n]);
    const auto before = store.retired_keys();
    out.retired.insert(out.retired.end(), before.begin(), before.end());
    out.dropped += dropped.size();
  }
  if (options_.untrusted) out.retired.clear();
  return out;
}

void Rewriter::merge(std::size_t first, std::size_t last) {
  Selection selection = select(first, last);
  std::set<std::string> old;
  for (const auto& segment : selection.sources) old.insert(segment.name);
  report_.dropped += selection.dropped;
  if (selection.places.empty()) {
    // The keys of replaced articles have to stay somewhere.
    if (selection.retired.empty()) editor_.commit({}, old);
    return;
  }
  const std::string name = editor_.new_segment();
  fs::remove_all(editor_.directory(name));
  SegmentBuilder builder(editor_.directory(name), name);
  builder.retire(std::move(selection.retired));
  StorePool pool(editor_.path(), selection.sources);
  Reanalysis work;
  work.count = selection.places.size();
  work.threads = options_.threads;
  work.read = [&](std::size_t i) {
    const Place place = selection.places[i];
    return pool.with([&](const auto& stores) -> std::optional<StoredArticle> {
      const ArticleStore& store = *stores[place.segment];
      return StoredArticle{store.article(place.doc_id),
                           options_.untrusted ? 0 : store.record_keys()[place.doc_id]};
    });
  };
  work.placed = [&](std::size_t i, std::optional<DocId> n) {
    const Place place = selection.places[i];
    const Tombstones& dead = editor_.tombstones(selection.sources[place.segment].name);
    if (dead.all.contains(place.doc_id)) editor_.tombstones(name).all.insert(*n);
  };
  work.make_dictionary = [this](const auto& samples) { return editor_.dictionary(samples); };
  SegmentInfo info = *reanalyse(work, builder, stop_);
  info.dictionary = editor_.dictionary_name();
  report_.articles += selection.places.size();
  editor_.commit({std::move(info)}, old);
}

}  // namespace news
