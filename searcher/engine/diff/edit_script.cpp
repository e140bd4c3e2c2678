// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/engine/diff/edit_script.hpp"

#include <algorithm>
#include <limits>

namespace news {
namespace {

constexpr int kNowhere = std::numeric_limits<int>::min() / 2;
constexpr std::size_t kMaxEdits = 1u << 16;  // from one corner of a box

/// How far a number of edits leads from a corner, on each diagonal k = x - y.
class Frontier {
 public:
  explicit Frontier(std::size_t edits) : zero_(edits + 2), at_(2 * edits + 5) {}
  int& operator[](int k) { return at_[static_cast<std::size_t>(static_cast<int>(zero_) + k)]; }

 private:
  std::size_t zero_;
  std::vector<int> at_;
};

struct Box {
  std::size_t x, x_end, y, y_end;
};
struct Point {
  std::size_t x, y;
};

class Myers {
 public:
  Myers(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to, std::uint64_t most)
      : from_(from),
        to_(to),
        left_(most),
        edits_(std::min((from.size() + to.size() + 1) / 2, kMaxEdits)),
        forward_(edits_),
        backward_(edits_),
        script_{std::vector<bool>(from.size()), std::vector<bool>(to.size())} {}

  std::optional<EditScript> run() {
    if (!solve({0, from_.size(), 0, to_.size()})) return std::nullopt;
    return std::move(script_);
  }

 private:
  bool solve(Box box);
  std::optional<Point> halfway(const Box& box);
  template <typename Equal, typename Meets>
  bool advance(Frontier& f, int edits, int n, int m, Equal equal, Meets meets);

  std::span<const std::uint32_t> from_, to_;
  std::uint64_t left_;  // steps
  std::size_t edits_;
  Frontier forward_, backward_;
  EditScript script_;
};

bool Myers::solve(Box box) {
  while (box.x < box.x_end && box.y < box.y_end && from_[box.x] == to_[box.y]) ++box.x, ++box.y;
  while (box.x < box.x_end && box.y < box.y_end && from_[box.x_end - 1] == to_[box.y_end - 1])
    --box.x_end, --box.y_end;
  if (box.x == box.x_end || box.y == box.y_end) {
    for (; box.x < box.x_end; ++box.x) script_.removed[box.x] = true;
    for (; box.y < box.y_end; ++box.y) script_.added[box.y] = true;
    return true;
  }
  const auto middle = halfway(box);
  return middle && solve({box.x, middle->x, box.y, middle->y}) &&
         solve({middle->x, box.x_end, middle->y, box.y_end});
}

// One edit more on each diagonal within n and m, then along what is equal. True when `meets` was,
// or no step is left.
template <typename Equal, typename Meets>
bool Myers::advance(Frontier& f, int edits, int n, int m, Equal equal, Meets meets) {
  f[-edits - 1] = kNowhere;
  f[edits + 1] = edits == 0 ? 0 : kNowhere;
  const int low = edits <= m ? -edits : -m + ((edits - m) & 1);
  const int high = edits <= n ? edits : n - ((edits - n) & 1);
  for (int k = low; k <= high; k += 2) {
    const int right = f[k - 1] < n ? f[k - 1] + 1 : kNowhere;
    const int down = f[k + 1] - k <= m ? f[k + 1] : kNowhere;
    const int begin = std::max(right, down);
    int x = begin;
    if (x >= 0)
      while (x < n && x - k < m && equal(x, x - k)) ++x;
    f[k] = x;
    const auto taken = static_cast<std::uint64_t>(x - begin) + 1;
    left_ -= std::min(left_, taken);
    if (left_ == 0 || (x >= 0 && meets(k, x))) return true;
  }
  return false;
}

// A point of a shortest way through the box, with half of the edits before and half after it. The
// ends of the box do not match, so there are two edits at least, and it is no corner.
std::optional<Point> Myers::halfway(const Box& box) {
  const int n = static_cast<int>(box.x_end - box.x), m = static_cast<int>(box.y_end - box.y);
  const int delta = n - m;
  std::optional<Point> found;
  // Do the two ways meet on this diagonal of one, after so many edits of the other?
  const auto meets = [&](Frontier& other, int edits, int k, int x) {
    const int mirrored = delta - k;
    return mirrored >= -edits && mirrored <= edits && other[mirrored] >= 0 &&
           x + other[mirrored] >= n;
  };
  for (int edits = 0; edits <= static_cast<int>(edits_); ++edits) {
    const auto ahead = [&](int x, int y) {
      return from_[box.x + static_cast<std::size_t>(x)] == to_[box.y + static_cast<std::size_t>(y)];
    };
    const bool over = advance(forward_, edits, n, m, ahead, [&](int k, int x) {
      if (delta % 2 == 0 || !meets(backward_, edits - 1, k, x)) return false;
      found = {box.x + static_cast<std::size_t>(x), box.y + static_cast<std::size_t>(x - k)};
      return true;
    });
    if (over) return found;
    const auto back = [&](int x, int y) {
      return from_[box.x_end - 1 - static_cast<std::size_t>(x)] ==
             to_[box.y_end - 1 - static_cast<std::size_t>(y)];
    };
    const bool done = advance(backward_, edits, n, m, back, [&](int k, int x) {
      if (delta % 2 != 0 || !meets(forward_, edits, k, x)) return false;
      found = {box.x_end - static_cast<std::size_t>(x),
               box.y_end - static_cast<std::size_t>(x - k)};
      return true;
    });
    if (done) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<EditScript> shortest_edit(std::span<const std::uint32_t> from,
                                        std::span<const std::uint32_t> to,
                                        std::uint64_t most_steps) {
  return Myers(from, to, most_steps).run();
}

}  // namespace news
