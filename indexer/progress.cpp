// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace news {

Progress::Progress(bool quiet, std::uint64_t total_bytes)
    : shown_(!quiet && ::isatty(STDERR_FILENO)),
      total_(total_bytes),
      start_(Clock::now()),
      last_(start_) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::update(const AddReport& report, std::uint64_t bytes_read) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double elapsed = std::max(seconds(), 1e-3);
  std::string line = fmt::format("\r\x1b[K{} articles, {:.0f}/s, {:.1f} MB/s", report.counts.read,
                                 static_cast<double>(report.counts.read) / elapsed,
                                 static_cast<double>(report.bytes) / 1e6 / elapsed);
  if (total_ > 0 && bytes_read > 0 && bytes_read <= total_) {
    const double done = static_cast<double>(bytes_read) / static_cast<double>(total_);
    line += fmt::format(", {:.0f} %, {:.0f} s to go", 100 * done, elapsed * (1 - done) / done);
    if (bytes_read == total_) line += " (input read, writing the index)";
  }
  std::cerr << line << std::flush;
  on_screen_ = true;
}

void Progress::clear() {
  if (on_screen_) std::cerr << "\r\x1b[K" << std::flush;
  on_screen_ = false;
}

void Progress::finish() {
  clear();
  shown_ = false;
}

}  // namespace news
