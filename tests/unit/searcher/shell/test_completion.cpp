// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/cli/completion.hpp"
#include "common/error.hpp"
#include "searcher/cli/program.hpp"
#include "searcher/engine/completion/complete_term.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Words = std::vector<std::string>;

/// The values offered; of arguments the tables do not know, the name and what stands before.
std::string offered(const Words& words) {
  const auto echo = [](std::string_view name, const Words& arguments, const std::string& word) {
    std::string out(name);
    for (const auto& a : arguments) out += " " + a;
    return std::vector<Candidate>{{out + " [" + word + "]", {}}};
  };
  std::string out;
  for (const auto& c : complete(searcher_program(), words, echo))
    out += (out.empty() ? "" : ",") + c.value;
  return out;
}

std::string terms(std::string_view query) {
  std::string out;
  for (const auto& c : complete_term({}, query)) out += (out.empty() ? "" : "|") + c.value;
  return out;
}

}  // namespace

TEST_CASE("what is completed depends on the words before", "[cli][completion]") {
  CHECK(offered({"cou"}) == "count");
  CHECK(offered({"--an"}) == "--any");
  CHECK(offered({"count", "a", "x", "y"}) == "QUERY a x [y]");
  CHECK(offered({"a", "x", "--limit", "3", "y"}) == "QUERY a x [y]");
  CHECK(offered({"--limit", "3", "a", "y"}) == "QUERY a [y]");
  CHECK(offered({"--format", "json", "count", "a", "y"}) == "QUERY a [y]");
  CHECK(offered({"show", "a", "y"}) == "ID a [y]");
  CHECK(offered({"show", "a", "x", "y"}).empty());
  CHECK(offered({"show", "a", "x", "--format", "j"}) == "json");
  CHECK(offered({"show", "a", "x", "--format=j"}) == "--format=json");
  CHECK(offered({"show", "a", "--diff", "y"}) == "ID a [y]");
  CHECK(offered({"a", "x", "--fields", "id,ti"}) == "id,title");
  CHECK(offered({"a", "x", "--nonsense=y"}).empty());
  CHECK(offered({"a", "--", "--any"}) == "QUERY a [--any]");
  CHECK(offered({"help", "sho"}) == "show");
  CHECK(offered({"help", "show", "x"}).empty());
  CHECK(offered({"completion", "z"}) == "zsh");
}

TEST_CASE("candidates are lines that cannot control a terminal", "[cli][completion]") {
  CHECK(candidate_lines({{"a b", "what\tit is"}, {"c\td", {}}, {"e\x1b[2J", {}}, {"f", {}}}) ==
        "a b\twhat it is\nf\n");
}

TEST_CASE("the last term of a query is completed", "[searcher][completion]") {
  CHECK(terms("ti") == "title:");
  CHECK(terms("Ti") == "title:");
  CHECK(terms("x AND -(sec") == "x AND -(section:");
  CHECK(terms("-sec") == "-section:");
  CHECK(terms("x-sec").empty());
  CHECK(terms("\"a b\" fir") == "\"a b\" first/");
  CHECK(terms("\"a ti").empty());
  CHECK(terms("source:x").empty());
  CHECK(terms("").find("date:") != std::string::npos);
}

TEST_CASE("completion scripts are for three shells", "[cli][completion]") {
  for (const auto shell : {"bash", "zsh", "fish"}) {
    const auto script = completion_script(searcher_program(), shell);
    CHECK_THAT(script, Catch::Matchers::ContainsSubstring("searcher complete -- "));
    CHECK_THAT(script, !Catch::Matchers::ContainsSubstring("PROGRAM"));
  }
  CHECK_THROWS_AS(completion_script(searcher_program(), "tcsh"), Error);
}

}  // namespace news
