// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shell/shell.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("a line of the shell is a query unless it is a command", "[searcher][shell]") {
  using Kind = ShellLine::Kind;
  CHECK(parse_shell_line("").kind == Kind::nothing);
  CHECK(parse_shell_line("  \t").kind == Kind::nothing);
  CHECK(parse_shell_line(" n ").kind == Kind::next);
  CHECK(parse_shell_line("p").kind == Kind::previous);
  CHECK(parse_shell_line("12").kind == Kind::open);
  CHECK(parse_shell_line("12").number == 12);
  CHECK(parse_shell_line("12 x").kind == Kind::query);
  CHECK(parse_shell_line("99999999999999999999999").kind == Kind::query);
  CHECK(parse_shell_line("nn").argument == "nn");
  CHECK(parse_shell_line("(n)").kind == Kind::query);
  CHECK(parse_shell_line(" climate  summit ").argument == "climate  summit");
  CHECK(parse_shell_line(":sort  newest").kind == Kind::sort);
  CHECK(parse_shell_line(":sort  newest").argument == "newest");
  CHECK(parse_shell_line(":sort").argument.empty());
  CHECK(parse_shell_line(":q").kind == Kind::quit);
  CHECK(parse_shell_line(":frob x").kind == Kind::unknown);
  CHECK(parse_shell_line(":").kind == Kind::unknown);
}

}  // namespace news
