// SPDX-License-Identifier: GPL-2.0-or-later
#include "library/searcher_pool.hpp"

#include <algorithm>

#include "common/parallel.hpp"

namespace news {

SearcherPool::SearcherPool(std::vector<std::string> archives)
    : archives_(std::move(archives)), most_(default_threads()) {
  idle_.reserve(most_);  // so that give() needs no memory
  idle_.push_back(std::make_unique<Searcher>(archives_));
  revisions_ = idle_.front()->archives().revisions();
}

std::unique_ptr<Searcher> SearcherPool::take() {
  std::unique_lock lock(mutex_);
  while (idle_.empty() && open_ >= most_) returned_.wait(lock);
  if (idle_.empty()) {
    ++open_;
    lock.unlock();
    if (auto another = open_another()) return another;
    lock.lock();
    // The archive has moved on, or cannot be opened any more: those that are open have to do.
    most_ = --open_;
    returned_.wait(lock, [&] { return !idle_.empty(); });
  }
  auto out = std::move(idle_.back());
  idle_.pop_back();
  return out;
}

std::unique_ptr<Searcher> SearcherPool::open_another() {
  try {
    auto out = std::make_unique<Searcher>(archives_);
    return out->archives().revisions() == revisions_ ? std::move(out) : nullptr;
  } catch (const std::exception&) {
    return nullptr;
  }
}

void SearcherPool::give(std::unique_ptr<Searcher> searcher) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(searcher));
  returned_.notify_one();
}

}  // namespace news
