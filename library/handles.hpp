// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <unordered_map>

namespace news {

/// Objects that a host knows by handles. A handle is a number in the shape of a pointer, given once
/// and never again, so that one that is closed, invented or of another kind leads nowhere.
/// Thread-safe.
template <typename Object, typename Handle>
class Handles {
 public:
  /// `kind`: 0 to 15, another one for each kind of handle.
  explicit Handles(std::uintptr_t kind) : next_(kStep + kind) {}
  Handle* add(std::shared_ptr<Object> object) {
    const std::unique_lock lock(mutex_);
    const std::uintptr_t name = next_;
    objects_.emplace(name, std::move(object));
    next_ += kStep;
    return reinterpret_cast<Handle*>(name);  // never followed
  }
  /// Null if there is none. The object lives as long as the pointer, though the handle be closed.
  std::shared_ptr<Object> find(const Handle* handle) const {
    const std::shared_lock lock(mutex_);
    const auto it = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
    return it == objects_.end() ? nullptr : it->second;
  }
  /// False if there is none.
  bool remove(const Handle* handle) {
    std::shared_ptr<Object> last;  // dies outside the lock
    const std::unique_lock lock(mutex_);
    const auto it = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
    if (it == objects_.end()) return false;
    last = std::move(it->second);
    objects_.erase(it);
    return true;
  }

 private:
  static constexpr std::uintptr_t kStep = 16;
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::uintptr_t, std::shared_ptr<Object>> objects_;
  std::uintptr_t next_;
};

}  // namespace news
