// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "common/article.hpp"

namespace news {

/// What became of records: read = indexed + replaced + identical + skipped + rejected.
struct RecordCounts {
  std::uint64_t read = 0, indexed = 0, replaced = 0, identical = 0, skipped = 0, rejected = 0;
};

/// Dates of the articles that came in, and what is odd about them.
struct DateCounts {
  std::array<std::uint64_t, kDateFromNames.size()> from{};  ///< by DateFrom; none: undated
  std::uint64_t future = 0;                                 ///< later than tomorrow
  std::uint64_t ancient = 0;                                ///< before 1600
  std::int64_t first = 0;                                   ///< packed; of the first dated article
  bool all_the_same = true;                                 ///< as far as articles are dated

  void add(std::int64_t packed, DateFrom where);
  std::uint64_t undated() const { return from[static_cast<std::size_t>(DateFrom::none)]; }
  std::uint64_t dated() const;
  /// Whether a single date for so many articles is hardly when they were published.
  bool suspiciously_same() const { return all_the_same && dated() >= 20; }
};

/// What became of one input file.
struct FileReport {
  std::string name;    ///< as in Provenance::file
  std::string format;  ///< what it was read as; empty when it could not be opened
  RecordCounts counts;
  std::map<std::string, std::uint64_t> reasons;  ///< of rejected and skipped records
};

/// What became of every record that was read.
struct AddReport {
  RecordCounts counts;
  DateCounts dates;
  std::uint64_t bytes = 0;  ///< of raw records
  std::map<std::string, std::uint64_t> reasons;
  std::uint64_t revision = 0;  ///< of the last commit
  bool interrupted = false;
};

/// For the screen, several lines.
std::string report_text(const AddReport& report, double seconds);
/// JSON objects (docs/FORMATS.md, "Report and quarantine").
std::string report_json(const FileReport& report);
std::string report_json(const AddReport& report);

}  // namespace news
