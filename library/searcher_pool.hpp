// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/engine/search/searcher.hpp"

namespace news {

/// Searchers of the same revisions, since one serves one thread at a time: at most one a core,
/// opened when they are first wanted. Thread-safe.
class SearcherPool {
 public:
  /// Throws as Searcher does.
  explicit SearcherPool(std::vector<std::string> archives);

  /// A searcher that is nobody else's until the lease ends; waits for one.
  class Lease {
   public:
    explicit Lease(SearcherPool& pool) : pool_(pool), searcher_(pool.take()) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_.give(std::move(searcher_)); }
    Searcher& operator*() const { return *searcher_; }
    Searcher* operator->() const { return searcher_.get(); }

   private:
    SearcherPool& pool_;
    std::unique_ptr<Searcher> searcher_;
  };

  const Revisions& revisions() const { return revisions_; }
  const std::vector<std::string>& archives() const { return archives_; }

 private:
  std::unique_ptr<Searcher> take();
  void give(std::unique_ptr<Searcher> searcher);
  std::unique_ptr<Searcher> open_another();

  const std::vector<std::string> archives_;
  Revisions revisions_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Searcher>> idle_;
  std::size_t open_ = 1, most_;
};

}  // namespace news
