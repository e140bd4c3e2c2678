// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace news {

/// Runs body(0) … body(parts − 1), a thread each, and waits; rethrows one of their failures.
inline void for_each_part(std::size_t parts, const std::function<void(std::size_t)>& body) {
  std::mutex mutex;
  std::exception_ptr failure;
  {
    std::vector<std::jthread> pool;
    for (std::size_t part = 0; part < parts; ++part)
      pool.emplace_back([&, part] {
        try {
          body(part);
        } catch (...) {
          const std::lock_guard lock(mutex);
          failure = std::current_exception();
        }
      });
  }
  if (failure) std::rethrow_exception(failure);
}

/// The first of `n` things that belongs to a part; that of part + 1 is one behind its last.
inline std::size_t part_begin(std::size_t n, std::size_t part, std::size_t parts) {
  return n * part / parts;
}

}  // namespace news
