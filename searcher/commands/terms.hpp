// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct TermsOptions {
  QueryText query;
  PrintOptions print;
  std::uint64_t limit = 25;  ///< words
  std::uint32_t max_expansions = 5000;
};
TermsOptions read_terms(const OptionValues& values);

/// `searcher terms`: the words typical of what a query matches. Throws as run_search().
Exit run_terms(const TermsOptions& options, const Context& context);

}  // namespace news
