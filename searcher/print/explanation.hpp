// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include "searcher/engine/query/ast.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// What --explain says about a query: how its dates were taken, and a line a node.
void print_explanation(std::ostream& out, const Node& query,
                       const std::vector<ExplainedNode>& nodes);

/// The words that an expanded query took from its best articles, with what each weighs.
void print_expansion(std::ostream& out, const std::vector<ExpansionWord>& words);

}  // namespace news
