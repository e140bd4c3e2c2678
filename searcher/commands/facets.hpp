// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/exit.hpp"
#include "searcher/commands/context.hpp"
#include "searcher/commands/options.hpp"

namespace news {

struct FacetOptions {
  QueryText query;
  SearchRequest request;  ///< but for its query
  PrintOptions print;
};
FacetOptions read_facets(const OptionValues& values);

/// `searcher facets`: how many articles match, by source, date and the like. Throws as
/// run_search().
Exit run_facets(const FacetOptions& options, const Context& context);

}  // namespace news
