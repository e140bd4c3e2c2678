// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/add/add_report.hpp"

namespace news {

/// How far an import is, in at most `columns` columns: what matters least is left out first.
/// `seconds` since it began, > 0; `total_bytes` 0: not known.
std::string progress_line(const AddReport& report, std::uint64_t bytes_read,
                          std::uint64_t total_bytes, double seconds, int columns);

/// The line on stderr that shows how far an import is; silent unless stderr is a terminal that can
/// wipe a line. The destructor wipes it.
class Progress {
 public:
  Progress(bool quiet, std::uint64_t total_bytes);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }
  void update(const AddReport& report, std::uint64_t bytes_read);
  void clear();   ///< wipes the line, so that something else can be printed
  void finish();  ///< wipes it for good
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool on_screen_ = false;
  std::uint64_t total_;
  Clock::time_point start_, last_;
};

}  // namespace news
