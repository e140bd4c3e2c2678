// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/sketch.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "common/archive/article_store.hpp"
#include "common/error.hpp"
#include "common/io/varint.hpp"
#include "indexer/segment/shingles.hpp"

namespace news {
namespace {

constexpr std::uint32_t kMade[] = {kShingleWords, kSketchBound, kMinSketch};
constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

void sort_distinct(Sketch& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t count_up_to(std::span<const std::uint32_t> sketch, std::uint32_t bound) {
  return static_cast<std::size_t>(std::upper_bound(sketch.begin(), sketch.end(), bound) -
                                  sketch.begin());
}

void add_to_data(std::vector<std::uint32_t>& at, std::string& data,
                 const std::vector<std::string>& sketches) {
  at.push_back(0);
  for (const auto& sketch : sketches) {
    data += sketch;
    at.push_back(static_cast<std::uint32_t>(data.size()));
  }
  if (data.size() > kAll)
    throw Error(ErrorCode::usage, "the sketches of a segment would take more than 4 GB",
                "Lower --memory, so that segments become smaller.");
}

}  // namespace

Sketch make_sketch(std::span<const std::uint64_t> words) {
  Sketch kept;
  const auto take = [&](std::uint32_t bound) {
    kept.clear();
    for_each_shingle(words, [&](std::uint64_t hash) {
      if (hash >> 32 <= bound) kept.push_back(static_cast<std::uint32_t>(hash >> 32));
    });
    sort_distinct(kept);
  };
  take(kSketchBound);
  if (kept.size() >= kMinSketch) return kept;
  take(kAll);
  if (kept.size() > kMinSketch) kept.resize(kMinSketch);
  return kept;
}

std::uint32_t known_up_to(std::span<const std::uint32_t> sketch) {
  return sketch.size() < kMinSketch ? kAll : std::max(kSketchBound, sketch.back());
}

bool may_be_copies(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                   std::size_t shared) {
  const std::uint32_t bound = std::min(known_up_to(a), known_up_to(b));
  const std::size_t smaller = std::min(count_up_to(a, bound), count_up_to(b, bound));
  return shared > 0 && shared * 5 >= smaller * 2;
}

void append_sketch(std::string& out, std::span<const std::uint32_t> sketch) {
  std::uint32_t before = 0;
  for (const std::uint32_t hash : sketch) {
    put_varint(out, hash - before);
    before = hash;
  }
}

FileSum write_sketches(const std::filesystem::path& path,
                       const std::vector<std::string>& sketches) {
  std::vector<std::uint32_t> at;
  std::string data;
  add_to_data(at, data, sketches);
  SectionWriter out;
  out.add_array("made", std::vector<std::uint32_t>(std::begin(kMade), std::end(kMade)));
  out.add_array("at", at);
  out.add("data", std::move(data));
  return out.write(path);
}

std::optional<Sketches> Sketches::open(const std::filesystem::path& directory,
                                       const SegmentInfo& info) {
  if (!info.files.contains(kSketchFile)) return std::nullopt;
  Sketches out;
  const SectionFile& file = out.file_.emplace(directory / kSketchFile, size_of(info, kSketchFile));
  if (!std::ranges::equal(file.array<std::uint32_t>("made"), kMade)) return std::nullopt;
  out.file_at_ = file.array<std::uint32_t>("at", std::size_t{info.articles} + 1);
  out.file_data_ = file.section("data");
  return out;
}

Sketches::Sketches(const std::vector<std::string>& sketches) {
  add_to_data(own_at_, own_data_, sketches);
}

void Sketches::read(DocId n, Sketch& out) const {
  const auto at = file_ ? file_at_ : std::span<const std::uint32_t>(own_at_);
  const std::string_view data = file_ ? file_data_ : std::string_view(own_data_);
  if (file_ && (at[n] > at[n + 1] || at[n + 1] > data.size()))
    file_->damaged("at", "is out of order");
  std::string_view rest = data.substr(at[n], at[n + 1] - at[n]);
  out.clear();
  std::uint64_t hash = 0, step = 0;
  while (!rest.empty()) {
    const bool sound = get_varint(rest, step) && step <= kAll && (step > 0 || out.empty());
    if (file_ && (!sound || hash + step > kAll)) file_->damaged("data", "holds a broken sketch");
    hash += step;
    out.push_back(static_cast<std::uint32_t>(hash));
  }
}

}  // namespace news
