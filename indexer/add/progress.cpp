// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <vector>

#include "common/text/display.hpp"

namespace news {
namespace {

bool can_wipe_lines() {
  const char* const term = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) && term && *term && std::string_view(term) != "dumb";
}

// Of stderr: stdout may be a file.
int columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string duration(double seconds) {
  const auto s = static_cast<std::uint64_t>(seconds + 0.5);
  if (s < 120) return fmt::format("{} s", s);
  if (s < 7200) return fmt::format("{} min", (s + 30) / 60);
  return fmt::format("{} h {} min", s / 3600, s % 3600 / 60);
}

}  // namespace

std::string progress_line(const AddReport& report, std::uint64_t bytes_read,
                          std::uint64_t total_bytes, double seconds, int columns) {
  struct Part {
    std::string text;
    int weight;  // the lightest is left out first
  };
  std::vector<Part> parts = {
      {fmt::format("{} articles", report.counts.read), 5},
      {fmt::format("{:.0f}/s", static_cast<double>(report.counts.read) / seconds), 2},
      {fmt::format("{:.1f} MB/s", static_cast<double>(report.bytes) / 1e6 / seconds), 1}};
  if (total_bytes > 0 && bytes_read > 0 && bytes_read < total_bytes) {
    const double done = static_cast<double>(bytes_read) / static_cast<double>(total_bytes);
    parts.push_back({fmt::format("{:.0f} %", 100 * done), 4});
    parts.push_back({duration(seconds * (1 - done) / done) + " to go", 3});
  } else if (total_bytes > 0 && bytes_read == total_bytes) {
    parts.push_back({"input read, writing the index", 4});
  }
  for (;;) {
    std::string line;
    for (const auto& part : parts) line += (line.empty() ? "" : ", ") + part.text;
    if (display_width(line) <= columns || parts.size() == 1) return fit(line, columns);
    parts.erase(std::min_element(parts.begin(), parts.end(),
                                 [](const Part& a, const Part& b) { return a.weight < b.weight; }));
  }
}

Progress::Progress(bool quiet, std::uint64_t total_bytes)
    : shown_(!quiet && can_wipe_lines()),
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
  // A line as wide as the terminal would wrap, and only its last row be wiped.
  std::cerr << "\r\x1b[K"
            << progress_line(report, bytes_read, total_, std::max(seconds(), 1e-3), columns() - 1)
            << std::flush;
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
