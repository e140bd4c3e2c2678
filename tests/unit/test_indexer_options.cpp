// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "indexer/cli/options.hpp"
#include "indexer/cli/program.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Words = std::vector<std::string>;
using Command = IndexerOptions::Command;

struct Refused {
  Words given;
  std::string message, hint;  ///< a part of each
};

}  // namespace

TEST_CASE("a command line of the indexer: command, archive, the rest", "[indexer][options]") {
  const auto add = parse_indexer_options({"add", "a", "x", "y", "--threads", "3", "--date-order",
                                          "dmy", "--boilerplate=keep", "--date-from", "crawl"});
  CHECK(add.command == Command::add);
  CHECK(add.archive == "a");
  CHECK(add.add.archive == "a");
  CHECK(add.inputs == Words{"x", "y"});
  CHECK(add.add.threads == 3);
  CHECK(add.add.memory_mib == 1024);
  CHECK(add.input.format == "auto");
  CHECK(add.input.day_month == DayMonthOrder::day_first);
  CHECK(add.input.boilerplate == BoilerplateMode::keep);
  CHECK(add.input.date_from_crawl);

  CHECK(parse_indexer_options({"add", "a", "x", "--format", "ndjson"}).input.format == "ndjson");
  CHECK(parse_indexer_options({"info", "a"}).format == "text");
  CHECK(parse_indexer_options({"info", "a", "--coverage", "--format", "csv"}).format == "csv");
  CHECK(parse_indexer_options({"delete", "a", "--", "-x"}).inputs == Words{"-x"});
  CHECK(parse_indexer_options({"-q", "prune", "a"}).quiet);
}

TEST_CASE("the indexer's help is of the program or of a command", "[indexer][options]") {
  CHECK(parse_indexer_options({"help"}).about.empty());
  CHECK(parse_indexer_options({"help", "add"}).about == "add");
  CHECK(parse_indexer_options({"add", "--help"}).about == "add");
  CHECK(parse_indexer_options({"--version"}).command == Command::version);
  for (const auto& command : indexer_program().commands) {
    CAPTURE(command.name);
    CHECK_FALSE(help_text(indexer_program(), command.name).empty());
    CHECK(std::find(kIndexerCommands.begin(), kIndexerCommands.end(), command.name) !=
          kIndexerCommands.end());
  }
  const auto add = help_text(indexer_program(), "add"), info = help_text(indexer_program(), "info");
  CHECK_THAT(add, Catch::Matchers::ContainsSubstring("newsml-g2"));
  CHECK_THAT(info, !Catch::Matchers::ContainsSubstring("newsml-g2"));
  CHECK_THAT(info, Catch::Matchers::ContainsSubstring("csv (text)"));
}

TEST_CASE("settings count less than what the command line says", "[indexer][options]") {
  const Settings settings{{"memory", "512"}, {"threads", "2"}};
  CHECK(parse_indexer_options({"compact", "a"}, settings).add.memory_mib == 512);
  CHECK(parse_indexer_options({"compact", "a", "--memory", "256"}, settings).add.memory_mib == 256);
  CHECK(parse_indexer_options({"add", "a", "x"}, settings).add.threads == 2);
}

TEST_CASE("a command line of the indexer that cannot be understood says why",
          "[indexer][options]") {
  const std::string help = "See: indexer ";
  const std::vector<Refused> rows = {
      {{}, "no command", help},
      {{"frobnicate", "a"}, "unknown command 'frobnicate'", help},
      {{"verfy", "a"}, "unknown command 'verfy'", "Did you mean: indexer verify?"},
      {{"add"}, "add needs an archive", "See: indexer help add"},
      {{"add", "a"}, "at least one input", "standard input"},
      {{"delete", "a"}, "a query or --ids", "--dry-run"},
      {{"backup", "a"}, "one directory", help},
      {{"backup", "a", "b", "c"}, "one directory", help},
      {{"verify", "a", "b"}, "verify takes no argument 'b'", help},
      {{"info", "a", "--threads", "2"}, "info takes no --threads", "add, verify, compact, rebuild"},
      {{"add", "a", "x", "--coverage"}, "add takes no --coverage", "It is for: info."},
      {{"add", "a", "x", "--reprot", "y"}, "--reprot", "Did you mean --report?"},
      {{"add", "a", "-x"}, "-x", "indexer COMMAND ARCHIVE -- -x"},
      {{"add", "a", "x", "--memory", "12"}, "from 128", help},
      {{"add", "a", "x", "--memory", "1GB"}, "'1GB'", help},
      {{"add", "a", "x", "--threads=-1"}, "--threads", help},
      {{"add", "a", "x", "--date-order", "ymd"}, "auto, mdy, dmy", help},
      {{"add", "a", "x", "--date-from", "now"}, "article, crawl", help},
      {{"add", "a", "x", "--map", "title"}, "'title' is not FIELD=NAME", "Example:"},
      {{"info", "a", "--format", "xml"}, "text, json, csv", help},
      {{"info", "a", "--format", "csv"}, "--coverage", help},
  };
  for (const auto& row : rows) {
    CAPTURE(row.given);
    try {
      parse_indexer_options(row.given);
      FAIL_CHECK("understood");
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::usage);
      CHECK_THAT(std::string(e.what()), Catch::Matchers::ContainsSubstring(row.message));
      CHECK_THAT(e.hint(), Catch::Matchers::ContainsSubstring(row.hint));
    }
  }
}

}  // namespace news
