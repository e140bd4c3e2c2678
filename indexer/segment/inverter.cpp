// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/inverter.hpp"

#include "common/error.hpp"

namespace news {

void Inverter::lay_out() {
  const std::size_t terms = parts_.front().size();
  starts_.reserve(terms + 1);
  std::uint64_t at = 0;
  for (std::size_t term = 0; term < terms; ++term) {
    starts_.push_back(at);
    for (auto& part : parts_) {
      const std::uint32_t count = part[term].next;
      part[term] = {0xFFFFFFFF, static_cast<std::uint32_t>(at)};
      at += count;
    }
  }
  starts_.push_back(at);
  if (at > 0xFFFFFFFF)
    throw Error(ErrorCode::usage, "a segment would hold more than four thousand million postings",
                "Lower --memory, so that segments become smaller.");
  articles_.resize(at);
  if (frequencies_wanted_) frequencies_.resize(at);
}

}  // namespace news
