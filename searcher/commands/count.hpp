// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct CountOptions {
  QueryText query;
  PrintOptions print;
  std::uint32_t max_expansions = 5000;
  bool explain = false;
};
CountOptions read_count(const OptionValues& values);

/// `searcher count`: how many articles match, as text (the number alone) or JSON. Throws as
/// run_search().
Exit run_count(const CountOptions& options, const Context& context);

}  // namespace news
