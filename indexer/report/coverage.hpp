// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/archive.hpp"

namespace news {

/// A month as a number, months since January of year 0: gaps can be counted.
using Month = std::int32_t;
std::string format_month(Month month);

/// How many articles one source has, by month.
struct SourceCoverage {
  std::string source;  ///< empty: articles without one
  std::uint64_t articles = 0, undated = 0;
  std::uint64_t by_year = 0;  ///< dated to the year only: in no month
  std::map<Month, std::uint64_t> months;

  /// Runs of months, first and last, without any article between months that have some.
  std::vector<std::pair<Month, Month>> gaps() const;
};

struct Coverage {
  std::vector<SourceCoverage> sources;             ///< by number of articles, then name
  std::map<std::string, std::uint64_t> languages;  ///< "": unknown
};

/// Counts the live articles. O(articles), from the columns alone.
Coverage measure_coverage(const Archive& archive);

/// A table for the screen: the largest sources with their gaps, then languages.
std::string coverage_text(const Coverage& coverage);
/// {"schema":1,"sources":[{"source","articles","undated","year_only","months":{"2016-03":17},
/// "gaps":[["2016-04","2016-06"]]}],"languages":{"en":17}}
std::string coverage_json(const Coverage& coverage);
/// source,month,articles: a row for every month with articles, and for every month of a gap, with
/// 0.
std::string coverage_csv(const Coverage& coverage);

}  // namespace news
