// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/kwic/context.hpp"
#include "searcher/options.hpp"

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
                           const Context& context) const = 0;
  /// Writes what line() made; false when nobody reads it any more.
  virtual bool put(const std::string& line) = 0;
  virtual void end(const KwicTotals&) {}
};

/// `query`: its canonical form. `out` must outlive the object.
std::unique_ptr<KwicPrinter> make_kwic_text(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<KwicPrinter> make_kwic_table(std::ostream& out, const SearcherOptions& options);
std::unique_ptr<KwicPrinter> make_kwic_json(std::ostream& out, const SearcherOptions& options,
                                            const std::string& query, const Revisions& revisions);

}  // namespace news
