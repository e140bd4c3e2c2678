// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/progress.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("the progress line fits into any terminal", "[indexer][progress]") {
  AddReport report;
  report.counts.read = 12345;
  report.bytes = 50'000'000;
  const auto line = [&](std::uint64_t read, std::uint64_t total, int columns) {
    return progress_line(report, read, total, 10, columns);
  };
  CHECK(line(0, 0, 79) == "12345 articles, 1234/s, 5.0 MB/s");
  CHECK(line(25, 100, 79) == "12345 articles, 1234/s, 5.0 MB/s, 25 %, 30 s to go");
  CHECK(line(25, 100, 49) == "12345 articles, 1234/s, 25 %, 30 s to go");
  CHECK(line(25, 100, 39) == "12345 articles, 25 %, 30 s to go");
  CHECK(line(25, 100, 30) == "12345 articles, 25 %");
  CHECK(line(25, 100, 10) == "12345 art…");
  CHECK(line(100, 100, 79) == "12345 articles, 1234/s, 5.0 MB/s, input read, writing the index");
  CHECK(line(200, 100, 79) == "12345 articles, 1234/s, 5.0 MB/s");
  CHECK(line(1, 100, 79).ends_with("1 %, 17 min to go"));
  CHECK(line(1, 10000, 79).ends_with("0 %, 27 h 46 min to go"));
}

}  // namespace news
