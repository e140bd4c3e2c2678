// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/wire_lines.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("wrapped lines become paragraphs, which an indent or a blank line begins") {
  CHECK(unwrap_wire("Showers continued throughout the week in the Bahia\n"
                    "cocoa zone, alleviating the drought since early\n"
                    "January.\n"
                    "    The dry period means the temporao will be late this\n"
                    "year.\n"
                    "\n"
                    "Comissaria Smith said.\n") ==
        "Showers continued throughout the week in the Bahia cocoa zone, alleviating the drought "
        "since early January.\n\n"
        "The dry period means the temporao will be late this year.\n\n"
        "Comissaria Smith said.");
}

TEST_CASE("a word cut at its hyphen keeps it and takes no blank, a dash keeps its blank") {
  CHECK(unwrap_wire("the company made an offer of about one-billion-\n"
                    "dlr notes, and then a second one of the kind -\n"
                    "that was in March, as the chairman had once said.") ==
        "the company made an offer of about one-billion-dlr notes, and then a second one of the "
        "kind - that was in March, as the chairman had once said.");
}

TEST_CASE("tables and lists stay lines and lose the margin they share") {
  CHECK(unwrap_wire("    The United States Agriculture Department reported in\n"
                    "mln tonnes:\n"
                    "          1986/87           1985/86\n"
                    "  Corn       2.63              2.40\n"
                    "  Wheat..........................12\n"
                    "    Shr 34 cts vs 1.19 dlrs\n"
                    "    Net 807,000 vs 2,858,000\n") ==
        "The United States Agriculture Department reported in mln tonnes:\n\n"
        "        1986/87           1985/86\n"
        "Corn       2.63              2.40\n"
        "Wheat..........................12\n"
        "  Shr 34 cts vs 1.19 dlrs\n"
        "  Net 807,000 vs 2,858,000");
  CHECK(unwrap_wire("- Mississippi River bid at yesterday's traded level\n"
                    "of 125 pct, offered at 132.\n"
                    "- March Illinois (ex Chicago) 132 pct\n"
                    "* one\n"
                    "* two\n") ==
        "- Mississippi River bid at yesterday's traded level of 125 pct, offered at 132.\n"
        "- March Illinois (ex Chicago) 132 pct\n* one\n* two");
}

TEST_CASE("short lines in a row are lines still") {
  CHECK(unwrap_wire("Roses are red,\nviolets are blue,\nsugar is sweet") ==
        "Roses are red,\nviolets are blue,\nsugar is sweet");
}

TEST_CASE("long lines were not wrapped: nothing is joined") {
  const std::string line(300, 'x');
  CHECK(unwrap_wire(line + "\nnext\n\n\n\nlast \n") == line + "\nnext\n\nlast");
  CHECK(unwrap_wire("").empty());
  CHECK(unwrap_wire(" \n\t\n").empty());
}

TEST_CASE("columns are characters, not bytes") {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "\xC3\xBC";
  CHECK(unwrap_wire(line + "\n" + line) == line + " " + line);
}

}  // namespace news
