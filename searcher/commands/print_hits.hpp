// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "searcher/commands/context.hpp"
#include "searcher/print/printer.hpp"

namespace news {

/// The article of that id; if there is none, the notes say so.
std::optional<Hit> find_article(const std::string& id, const Context& context);

/// What else is done with the hits of a result that is printed; either may be empty.
struct HitListener {
  /// Is given each article, of which only the id is sure to be there.
  std::function<void(const Article&)> seen;
  /// Whether a hit is marked as changed.
  std::function<bool(const Hit&)> changed;
};

/// Writes a result by a printer that writes to `out`, hit by hit: of each as little is read as the
/// printer needs, and no more than one is in memory. Ends early when `out` fails. Throws
/// Error(ErrorCode::damaged).
void print_hits(Searcher& searcher, const Node& query, const SearchResult& result, Printer& printer,
                std::ostream& out, const PrintOptions& options, const HitListener& listener = {});

}  // namespace news
