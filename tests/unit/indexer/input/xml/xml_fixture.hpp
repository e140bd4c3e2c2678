// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/catch.hpp"
#include "tests/unit/indexer/input/input_fixture.hpp"

namespace news::test {

/// Reads `content` as a file of whatever format it is.
inline Outcome read_file(const std::string& content, const InputOptions& options = {}) {
  const TempDir dir;
  return read_all({dir.write("in/a.xml", content)}, options);
}

/// The only article in it.
inline Article read_one(const std::string& content) {
  const auto got = read_file(content);
  REQUIRE(got.articles.size() == 1);
  CHECK(got.rejections.empty());
  return got.articles[0];
}

/// The detail of the only record, which is no article.
inline std::string read_none(const std::string& content) {
  const auto got = read_file(content);
  REQUIRE(got.articles.empty());
  REQUIRE(got.rejections.size() == 1);
  return got.rejections[0].reason + ": " + got.rejections[0].detail;
}

/// Reads the file broken off at every byte; every record is accounted for and nothing is invented.
inline void read_truncated(const std::string& content) {
  const auto whole = read_file(content).articles.size();
  for (std::size_t length = 1; length < content.size(); ++length) {
    CAPTURE(length);
    const auto got = read_file(content.substr(0, length));
    CHECK(got.articles.size() + got.rejections.size() > 0);
    CHECK(got.articles.size() <= whole);
  }
}

}  // namespace news::test
