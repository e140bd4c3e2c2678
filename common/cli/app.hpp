// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/exit.hpp"

namespace news {

/// What stderr says about an error: "program: message", and the hint indented below. Ends with a
/// newline; free of control characters, because messages quote file names and articles.
std::string error_text(std::string_view program, std::string_view message, std::string_view hint);

/// The whole of main(): runs `body` with the arguments after argv[0], turns what it throws into
/// stderr text and an exit code, and flushes stdout. Never throws. Output that cannot be written is
/// Exit::damaged; a reader of stdout that has gone (`searcher … | head`) is a quiet 0, unless
/// `body` returned a code that tells of more than output.
int run_app(int argc, char** argv, const char* program,
            const std::function<Exit(const std::vector<std::string>&)>& body);

}  // namespace news
