// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"
#include "searcher/engine/kwic/sort_keys.hpp"

namespace news {

struct KwicOptions {
  QueryText query;
  PrintOptions print;
  KwicSort sort = KwicSort::none;
  std::uint64_t limit = UINT64_MAX;  ///< lines
  std::uint32_t max_expansions = 5000;
  std::optional<int> context;  ///< columns on each side; none: as many as there is room for
};
KwicOptions read_kwic(const OptionValues& values);

/// `searcher kwic`: every match in its context, a line each; how many lines there are stands in the
/// notes, or in the JSON. Exit::none when nothing matched. Throws as run_search().
Exit run_kwic(const KwicOptions& options, const Context& context);

}  // namespace news
