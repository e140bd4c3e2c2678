// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "common/archive/archives.hpp"
#include "searcher/engine/terms/significant_terms.hpp"
#include "searcher/print/options.hpp"

namespace news {

struct TermsResult {
  std::string query;  ///< its canonical form
  Revisions revisions;
  std::uint64_t stories = 0;  ///< of the articles that match
  const SignificantTerms& words;
};

/// The words in the format of `options`; docs/output/terms.md describes them.
void print_terms(std::ostream& out, const PrintOptions& options, const TermsResult& result);

}  // namespace news
