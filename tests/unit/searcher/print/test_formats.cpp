// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdlib>
#include <string>
#include <vector>

#include "common/error.hpp"
#include "searcher/print/table.hpp"
#include "searcher/print/template.hpp"
#include "searcher/print/trec.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

/// Fields in angle brackets, parts with a stroke between.
std::string cut(std::string_view text) {
  std::string out;
  for (const auto& part : parse_template(text))
    out += (out.empty() ? "" : "|") +
           (part.field ? "<" + std::string(name_of(*part.field)) + ">" : part.text);
  return out;
}

}  // namespace

TEST_CASE("a template is text and fields", "[searcher][formats]") {
  CHECK(cut("").empty());
  CHECK(cut("plain") == "plain");
  CHECK(cut("{id}") == "<id>");
  CHECK(cut("{date} {id}!") == "<date>| |<id>|!");
  CHECK(cut("{id}{id}") == "<id>|<id>");
  CHECK(cut("{{}}") == "{}");
  CHECK(cut("{{id}}") == "{id}");
  CHECK(cut("{{{id}}}") == "{|<id>|}");
  CHECK(cut("a\\tb\\n\\\\n") == "a\tb\n\\n");
  CHECK(cut("日{id}本") == "日|<id>|本");
}

TEST_CASE("a template that cannot be read says why", "[searcher][formats]") {
  for (const char* wrong : {"{", "}", "{id", "id}", "{}", "{ id}", "{ID}", "{body}", "\\", "\\q",
                            "{{id}", "{id}}", "{{{", "{id\\n}"}) {
    CAPTURE(wrong);
    try {
      parse_template(wrong);
      FAIL_CHECK("understood");
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::usage);
      CHECK_FALSE(e.hint().empty());
    }
  }
}

TEST_CASE("scores of a run file fall as they are printed", "[searcher][formats]") {
  TrecScores few;
  CHECK(few.next(2.5) == "2.500000");
  CHECK(few.next(2.5) == "2.499999");
  CHECK(few.next(2.4999995) == "2.499998");
  CHECK(few.next(9) == "2.499997");  // sorted by date
  CHECK(few.next(1) == "1.000000");
  CHECK(few.next(0) == "0.000000");
  CHECK(few.next(0) == "-0.000001");

  for (const double top : {0.0, 0.1, 12.345678, 17.0, 333.3}) {
    TrecScores scores;
    float last = std::strtof(scores.next(top).c_str(), nullptr);
    for (int i = 0; i < 70'000; ++i) {
      const float next = std::strtof(scores.next(top).c_str(), nullptr);
      REQUIRE(next < last);
      last = next;
    }
  }
}

TEST_CASE("an id in a run file is one word", "[searcher][formats]") {
  CHECK(trec_word("hg-2014-003") == "hg-2014-003");
  CHECK(trec_word("a b\tc") == "a%20b%09c");
  CHECK(trec_word("\x1b[31m") == "%1B[31m");
  CHECK(trec_word("100%") == "100%");
  CHECK(trec_word("日本") == "日本");
  CHECK(trec_word("\u0085") == "%C2%85");
  CHECK(trec_word("\xff") == "%FF");
}

TEST_CASE("cells of tables hold whatever an article does", "[searcher][formats]") {
  CHECK(csv_cell("a\tb") == "a b");
  CHECK(csv_cell("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"");
  CHECK(tsv_cell("").empty());
  CHECK(tsv_cell("a\tb\nc\\d\t") == "a\\tb\\nc\\\\d\\t");
  CHECK(tsv_cell("a\r\nb") == "a\\nb");
  CHECK(tsv_cell("\x1b\t") == "\uFFFD\\t");
}

}  // namespace news
