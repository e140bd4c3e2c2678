// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/article_table.hpp"

#include <algorithm>
#include <utility>

#include "common/date.hpp"
#include "common/error.hpp"
#include "common/parallel.hpp"
#include "indexer/segment/shingles.hpp"

namespace news {
namespace {

constexpr unsigned kKnownBits = 16;

std::vector<std::string> sketches_of(const ArticleStore& store, unsigned threads) {
  std::vector<std::string> out(store.articles());
  for_each_part(std::max(1u, threads), [&](std::size_t part) {
    WordHashes hashes;
    std::vector<std::uint64_t> words;
    const std::size_t end = part_begin(out.size(), part + 1, threads);
    for (std::size_t n = part_begin(out.size(), part, threads); n < end; ++n) {
      hashes.read(store, 0, static_cast<DocId>(n), words);
      append_sketch(out[n], make_sketch(words));
    }
  });
  return out;
}

}  // namespace

DaySpan day_span(std::int64_t packed) {
  const Date date = unpack_date(packed);
  if (!date.dated()) return {};
  DaySpan span;
  span.first = days_from_civil(date.year, date.month, date.day);
  span.last = span.first;
  if (date.month == 0)
    span.last = days_from_civil(date.year + 1, 1, 1) - 1;
  else if (date.day == 0)
    span.last = days_from_civil(date.year + date.month / 12, date.month % 12u + 1, 1) - 1;
  return span;
}

ArticleTable::ArticleTable(const std::filesystem::path& archive, const Manifest& revision,
                           const std::map<std::string, Tombstones>& dead, unsigned threads)
    : stores_(open_stores(archive, revision.segments)) {
  for (std::size_t s = 0; s < stores_.size(); ++s) {
    const SegmentInfo& info = revision.segments[s];
    const auto directory = archive / "segments" / info.name;
    const std::uint64_t end = std::uint64_t{starts_.back()} + info.articles;
    if (end > std::numeric_limits<ArticleNumber>::max())
      throw Error(ErrorCode::usage, "an archive holds four thousand million articles at most",
                  "Make another archive; searches take several.");
    starts_.push_back(static_cast<ArticleNumber>(end));
    columns_.emplace_back(directory / "columns", size_of(info, "columns"));
    dates_.push_back(columns_.back().array<std::int64_t>("date", info.articles));
    auto sketches = Sketches::open(directory, info);
    sketches_.push_back(sketches ? std::move(*sketches)
                                 : Sketches(sketches_of(*stores_[s], threads)));
    live_.resize(size(), true);
    if (const auto found = dead.find(info.name); found != dead.end())
      for (const DocId n : found->second.all)
        if (n < info.articles) live_[starts_[s] + n] = false;
  }
}

StoryMember ArticleTable::member(ArticleNumber n) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), n);
  const auto segment = static_cast<std::uint32_t>(next - starts_.begin() - 1);
  return {segment, n - starts_[segment]};
}

std::int64_t ArticleTable::date(ArticleNumber n) const {
  const StoryMember at = member(n);
  return dates_[at.segment][at.doc_id];
}

void ArticleTable::sketch(ArticleNumber n, Sketch& out) const {
  const StoryMember at = member(n);
  sketches_[at.segment].read(at.doc_id, out);
}

std::string ArticleTable::id(ArticleNumber n) const {
  const StoryMember at = member(n);
  return stores_[at.segment]->fields(at.doc_id).id;
}

WordHashes::WordHashes() : known_(std::size_t{1} << kKnownBits) {}

void WordHashes::read(const ArticleStore& store, std::uint32_t segment, DocId n,
                      std::vector<std::uint64_t>& out) {
  ids_.clear();
  if (!decode_codes(store.words(n).text, ids_))
    throw_damaged("segment " + store.info().name, "broken word codes");
  out.clear();
  out.reserve(ids_.size());
  for (const WordId id : ids_) {
    const std::uint64_t key = std::uint64_t{segment} << 32 | id;
    Known& known = known_[key * 0x9E3779B97F4A7C15 >> (64 - kKnownBits)];
    if (known.key != key) known = {key, word_hash(store.lexicon().word(id))};
    out.push_back(known.hash);
  }
}

}  // namespace news
