// SPDX-License-Identifier: GPL-2.0-or-later
// The oracle's query form: (and (w "bird") (near 5 (x "a") (p "b * c"))) and the like, on one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oracle {

// An atom or string (`text`), or a list whose first atom is `text` and whose rest are `kids`.
struct Sexpr {
  bool list = false;
  std::string text;
  std::vector<Sexpr> kids;
};

// Throws std::invalid_argument, naming the column, if the text is not one list.
Sexpr parseSexpr(std::string_view text);

// The text between quotes, with backslashes before quotes and backslashes.
std::string quoted(std::string_view text);

}  // namespace oracle
