// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "common/text/ascii.hpp"
#include "common/text/edit_distance.hpp"
#include "tests/catch.hpp"

namespace news {

TEST_CASE("trimming takes all white characters of ASCII off both ends, and nothing else",
          "[text]") {
  CHECK(trim(" \t\r\n\v\fa b\u00A0\n ") == "a b\u00A0");
  CHECK(trim("\x1f a") == "\x1f a");
  CHECK(trim(" \n").empty());
  CHECK(trim("").empty());
}

TEST_CASE("lower case is that of ASCII, whatever the locale", "[text]") {
  CHECK(lower_case("AZ az @[ \u00C4") == "az az @[ \u00C4");
  CHECK(equal_names("Content-TYPE", "content-type"));
  CHECK_FALSE(equal_names("a", "ab"));
}

TEST_CASE("edits are counted up to a limit, by code points or by bytes", "[text]") {
  CHECK(edit_distance<char>("title", "tilte", 2) == 1);
  CHECK(edit_distance<char>("title", "tite", 2) == 1);
  CHECK(edit_distance<char>("ca", "abc", 9) == 3);  // no edit within a swap
  CHECK(edit_distance<char>("", "abc", 9) == 3);
  CHECK(edit_distance<char>("kitten", "sitting", 2) == 3);
  CHECK(edit_distance<char>("kitten", "sitting", 0) == 1);
  CHECK(edit_distance<char32_t>(U"se\u00F1or", U"senor", 2) == 1);
  CHECK(edit_distance<char>("se\u00F1or", "senor", 2) == 2);
}

}  // namespace news
