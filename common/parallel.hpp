// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace news {

/// A thread a core; 1 if their number is not known.
inline unsigned default_threads() {
  return std::max(1u, std::thread::hardware_concurrency());
}

/// Runs tasks on up to `threads` threads, begun in order, and waits. After a failure no further
/// task is begun; one of the failures is rethrown.
inline void run_tasks(unsigned threads, const std::vector<std::function<void()>>& tasks) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      try {
        tasks[i]();
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        next = tasks.size();
      }
    }
  };
  {
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < threads; ++i) pool.emplace_back(work);
  }
  if (failure) std::rethrow_exception(failure);
}

/// Runs body(0) … body(parts − 1), a thread each, and waits.
inline void for_each_part(std::size_t parts, const std::function<void(std::size_t)>& body) {
  std::vector<std::function<void()>> tasks;
  for (std::size_t part = 0; part < parts; ++part)
    tasks.emplace_back([&body, part] { body(part); });
  run_tasks(static_cast<unsigned>(parts), tasks);
}

/// The first of `n` things that belongs to a part; that of part + 1 is one after its last.
inline std::size_t part_begin(std::size_t n, std::size_t part, std::size_t parts) {
  return n * part / parts;
}

}  // namespace news
