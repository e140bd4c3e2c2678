// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/ranking/recency.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "common/date.hpp"

namespace news {
namespace {

double day_of(std::int64_t packed) {
  const Date date = unpack_date(packed);
  return days_from_civil(date.year, date.month, date.day);
}

double today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<double>(now.time_since_epoch().count());
}

}  // namespace

Recency::Recency(std::uint32_t half_life, const Segments& segments,
                 const std::vector<ArticleSet>& matched)
    : half_life_(half_life) {
  std::int64_t newest = 0;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    const auto dates = segments[s]->segment().dates();
    matched[s].for_each([&](DocId n) { newest = std::max(newest, dates[n]); });
  }
  // One wrong date in the future must not make all others old.
  newest_ = std::min(today(), newest == 0 ? 0 : day_of(newest));
}

double Recency::of(const Segment& segment, DocId n) const {
  if (half_life_ == 0) return 1;
  const std::int64_t date = segment.dates()[n];
  return date == 0 ? 0 : std::exp2(std::min(0.0, (day_of(date) - newest_) / half_life_));
}

}  // namespace news
