// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/add_report.hpp"

namespace news {

/// The line on stderr that shows how far an import is; silent unless stderr is a terminal.
class Progress {
 public:
  Progress(bool quiet, std::uint64_t total_bytes);
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
