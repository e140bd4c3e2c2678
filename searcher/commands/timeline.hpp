// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/engine/timeline/period.hpp"

namespace news {

struct TimelineOptions {
  std::vector<QueryText> queries;  ///< the first, and those to set beside it
  PrintOptions print;
  std::optional<PeriodUnit> by;  ///< empty: whatever fits the terminal
  unsigned smooth = 1;           ///< periods that a moving average is over; 1: none
  bool share = false;            ///< draw shares, not counts
  std::string svg, html;         ///< files to write; empty: none
  std::uint32_t max_expansions = 5000;
  bool explain = false;
};
TimelineOptions read_timeline(const OptionValues& values);

/// `searcher timeline`: hits over time, also to the files that were asked for. Exit::none when no
/// query matches anything. Throws as run_search(), Error(ErrorCode::damaged) when a file cannot be
/// written.
Exit run_timeline(const TimelineOptions& options, const Context& context);

}  // namespace news
