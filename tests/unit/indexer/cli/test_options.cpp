// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "indexer/cli/program.hpp"
#include "indexer/cli/run.hpp"
#include "indexer/commands/add.hpp"
#include "indexer/commands/compact.hpp"
#include "indexer/commands/delete.hpp"
#include "indexer/commands/info.hpp"
#include "indexer/commands/prune.hpp"
#include "indexer/commands/rebuild.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Words = std::vector<std::string>;

OptionValues values(const Words& arguments, const Settings& settings = {}) {
  return parse_command_line(indexer_program(), arguments, settings);
}

struct Refused {
  Words given;
  std::string message, hint;  ///< a part of each
};

}  // namespace

TEST_CASE("a command line of the indexer: command, archive, the rest", "[indexer][options]") {
  const auto add = read_add(values({"add", "a", "x", "y", "--threads", "3", "--date-order", "dmy",
                                    "--boilerplate=keep", "--date-from", "crawl"}));
  CHECK(add.add.archive == "a");
  CHECK(add.inputs == Words{"x", "y"});
  CHECK(add.add.threads == 3);
  CHECK(add.add.memory_mib == 1024);
  CHECK(add.input.format == "auto");
  CHECK(add.input.day_month == DayMonthOrder::day_first);
  CHECK(add.input.boilerplate == BoilerplateMode::keep);
  CHECK(add.input.date_from_crawl);

  CHECK(read_add(values({"add", "a", "x", "--format", "ndjson"})).input.format == "ndjson");
  CHECK(read_info(values({"info", "a"})).format == "text");
  CHECK(read_info(values({"info", "a", "--coverage", "--format", "csv"})).format == "csv");
  CHECK(read_delete(values({"delete", "a", "--", "-x", "y"})).query == "-x y");
  CHECK(read_prune(values({"-q", "prune", "a"})).quiet);
  CHECK(read_rebuild(values({"rebuild", "a", "--untrusted"})).rewrite.rewrite.untrusted);
}

TEST_CASE("the indexer's help is of each command", "[indexer][options]") {
  for (const auto& command : indexer_program().commands) {
    CAPTURE(command.name);
    CHECK_FALSE(help_text(indexer_program(), command.name).empty());
    CHECK(find_indexer_command(command.name));
  }
  const auto add = help_text(indexer_program(), "add"), info = help_text(indexer_program(), "info");
  CHECK_THAT(add, Catch::Matchers::ContainsSubstring("newsml-g2"));
  CHECK_THAT(info, !Catch::Matchers::ContainsSubstring("newsml-g2"));
  CHECK_THAT(info, Catch::Matchers::ContainsSubstring("csv (text)"));
}

TEST_CASE("settings count less than what the command line says", "[indexer][options]") {
  const Settings settings{{"memory", "512"}, {"threads", "2"}};
  const auto memory = [&](const Words& words) {
    return read_compact(values(words, settings)).rewrite.memory_mib;
  };
  CHECK(memory({"compact", "a"}) == 512);
  CHECK(memory({"compact", "a", "--memory", "256"}) == 256);
  CHECK(read_add(values({"add", "a", "x"}, settings)).add.threads == 2);
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
      read_indexer_line(row.given);
      FAIL_CHECK("understood");
    } catch (const Error& e) {
      CHECK(e.code() == ErrorCode::usage);
      CHECK_THAT(std::string(e.what()), Catch::Matchers::ContainsSubstring(row.message));
      CHECK_THAT(e.hint(), Catch::Matchers::ContainsSubstring(row.hint));
    }
  }
}

}  // namespace news
