// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/top_hits.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace news {
namespace {

// Hits of one segment in their order; the id of the first is read when it is first needed.
struct Row {
  const Hit* at;
  const Hit* end;
  std::optional<std::string> id;
};

}  // namespace

double rounded_score(double score) {
  return std::round(score / kScoreUnit) * kScoreUnit;
}

int TopHits::compare(const Hit& a, const Hit& b) const {
  const auto& sa = segments_[a.segment]->segment();
  const auto& sb = segments_[b.segment]->segment();
  if (sort_ == Sort::relevance && a.score != b.score) {
    const double x = rounded_score(a.score), y = rounded_score(b.score);
    if (x != y) return x > y ? -1 : 1;
  }
  const auto da = sa.dates()[a.doc_id], db = sb.dates()[b.doc_id];
  if (da != db) {
    if (da == 0 || db == 0) return db == 0 ? -1 : 1;  // undated last, both ways
    return (sort_ == Sort::oldest ? da < db : da > db) ? -1 : 1;
  }
  if (a.segment != b.segment) return 0;
  return sa.id_ranks()[a.doc_id] < sa.id_ranks()[b.doc_id] ? -1 : 1;
}

std::string TopHits::id(const Hit& hit) const {
  return segments_[hit.segment]->segment().fields(hit.doc_id).id;
}

bool TopHits::before(const Hit& a, const Hit& b) const {
  const int order = compare(a, b);
  if (order != 0) return order < 0;
  const auto ia = id(a), ib = id(b);
  return ia != ib ? ia < ib : a.segment < b.segment;  // two archives may hold the same id
}

void TopHits::prune() {
  if (wanted_ == 0) hits_.clear();
  if (wanted_ == 0 || hits_.size() < wanted_) return;
  if (hits_.size() > wanted_) {
    const auto last = hits_.begin() + static_cast<std::ptrdiff_t>(wanted_) - 1;
    std::nth_element(hits_.begin(), last, hits_.end(),
                     [&](const Hit& a, const Hit& b) { return before(a, b); });
    hits_.resize(wanted_);
  }
  if (sort_ == Sort::relevance)
    threshold_ = std::ranges::min(hits_, {}, &Hit::score).score - 2 * kScoreUnit;
}

// Segment by segment, since ids tell equal hits of different ones apart (else the order of
// archives), and reading an id takes longer than all else: here each is read once at most.
std::vector<Hit> TopHits::take(std::uint64_t from) {
  prune();
  std::sort(hits_.begin(), hits_.end(), [&](const Hit& a, const Hit& b) {
    return a.segment != b.segment ? a.segment < b.segment : compare(a, b) < 0;
  });
  std::vector<Row> rows;
  for (const Hit& hit : hits_) {
    if (rows.empty() || rows.back().at->segment != hit.segment) rows.push_back({&hit, &hit, {}});
    rows.back().end = &hit + 1;
  }
  const auto row_before = [&](Row& a, Row& b) {
    if (const int order = compare(*a.at, *b.at); order != 0) return order < 0;
    for (Row* row : {&a, &b})
      if (!row->id) row->id = id(*row->at);
    return *a.id < *b.id;
  };
  std::vector<Hit> out;
  out.reserve(hits_.size() - std::min<std::uint64_t>(from, hits_.size()));
  for (std::uint64_t n = 0; !rows.empty(); ++n) {
    auto first = rows.begin();
    for (auto row = first + 1; row != rows.end(); ++row)
      if (row_before(*row, *first)) first = row;
    if (n >= from) out.push_back(*first->at);
    first->id.reset();
    if (++first->at == first->end) rows.erase(first);
  }
  hits_.clear();
  return out;
}

}  // namespace news
