// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "searcher/engine/timeline/period.hpp"

namespace news {

/// What `searcher timeline` alone is asked for.
struct TimelineOptions {
  std::vector<std::string> others;  ///< queries to set beside the first
  std::optional<PeriodUnit> by;     ///< empty: whatever fits the terminal
  unsigned smooth = 1;              ///< periods that a moving average is over; 1: none
  bool share = false;               ///< draw shares, not counts
  std::string svg, html;            ///< files to write; empty: none
};

inline constexpr unsigned kMostSmooth = 10000;

/// Throws Error(Exit::usage).
TimelineOptions read_timeline_options(const CommandLine& line);

}  // namespace news
