// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/engine/kwic/context.hpp"
#include "searcher/engine/results.hpp"

namespace news {

/// Exact unless the output was cut short.
struct KwicTotals {
  std::uint64_t articles = 0;  ///< that match the query
  std::uint64_t stories = 0;   ///< of these articles
  std::uint64_t matches = 0;
  std::uint64_t shown = 0;  ///< lines
};

/// Writes a concordance in one format; docs/output/kwic.md describes them. Lines are made and put
/// apart, so that they can be made in another order.
class KwicPrinter {
 public:
  virtual ~KwicPrinter() = default;
  /// How many columns of context line() wants on each side.
  virtual int context() const = 0;
  virtual void begin() {}
  virtual std::string line(const Article& article, const Match& match,
                           const KwicContext& context) const = 0;
  /// Writes what line() made; false when nobody reads it any more.
  virtual bool put(const std::string& line) = 0;
  virtual void end(const KwicTotals&) {}
};

}  // namespace news
