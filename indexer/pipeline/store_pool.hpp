// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "common/archive/archive.hpp"

namespace news {

/// Open stores of the same segments, a set a thread at work: a store is for one thread at a time.
/// Thread-safe.
class StorePool {
 public:
  using Stores = std::vector<std::unique_ptr<ArticleStore>>;

  StorePool(std::filesystem::path archive, std::vector<SegmentInfo> segments)
      : archive_(std::move(archive)), segments_(std::move(segments)) {}

  /// Runs `use` with stores that nobody else uses meanwhile.
  template <typename Use>
  auto with(Use use) {
    Stores stores = take();
    if (stores.empty()) stores = open_stores(archive_, segments_);
    auto result = use(std::as_const(stores));
    const std::lock_guard guard(mutex_);
    idle_.push_back(std::move(stores));
    return result;
  }

 private:
  Stores take() {
    const std::lock_guard guard(mutex_);
    if (idle_.empty()) return {};
    Stores stores = std::move(idle_.back());
    idle_.pop_back();
    return stores;
  }

  const std::filesystem::path archive_;
  const std::vector<SegmentInfo> segments_;
  std::mutex mutex_;
  std::vector<Stores> idle_;
};

}  // namespace news
