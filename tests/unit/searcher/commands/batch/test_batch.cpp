// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/error.hpp"
#include "searcher/commands/batch/batch_query.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

std::string read(std::string_view line) {
  BatchQuery query;
  parse_batch_line(line, query);
  return query.id + "|" + query.query + (query.limit ? "|" + std::to_string(*query.limit) : "");
}

}  // namespace

TEST_CASE("a line of a batch is an id and a query", "[searcher][batch]") {
  CHECK(read("1\tflood") == "1|flood");
  CHECK(read("a b\t\"tidal power\" OR\tdam") == "a b|\"tidal power\" OR\tdam");
  CHECK(read("1\t") == "1|");
  CHECK(read("日\t本") == "日|本");
  CHECK(read(R"({"id":"q","query":"flood"})") == "q|flood");
  CHECK(read(R"({"query":"a\tb","limit":0,"id":17})") == "17|a\tb|0");
  CHECK(read(R"({"id":"\u65e5","query":""})") == "日|");
}

TEST_CASE("a line of a batch that cannot be read says why", "[searcher][batch]") {
  struct Refused {
    std::string line, id, message;
  };
  const std::vector<Refused> rows = {
      {"flood", "", "no tab"},
      {"\tflood", "", "no id"},
      {"a\xff\tflood", "", "UTF-8"},
      {"{\tflood", "", "JSON"},
      {R"({"id":"q"})", "q", "no query"},
      {R"({"query":"a"})", "", "no id"},
      {R"({"id":"q","query":7})", "q", "'query' is no string"},
      {R"({"id":"q","query":"a","limit":-1})", "q", "'limit'"},
      {R"({"id":"q","query":"a","limit":"3"})", "q", "'limit'"},
      {R"({"id":"q","query":"a","limits":3})", "q", "'limits'"},
      {R"({"id":-3,"query":"a"})", "", "'id'"},
      {R"({"id":"q","query":"a"} x)", "", "JSON"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    BatchQuery query;
    try {
      parse_batch_line(row.line, query);
      FAIL_CHECK("understood");
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::usage);
      CHECK_THAT(std::string(e.what()), Catch::Matchers::ContainsSubstring(row.message));
      CHECK(query.id == row.id);
    }
  }
}

}  // namespace news
