// SPDX-License-Identifier: GPL-2.0-or-later
// Catch2 3 brings its own main() in a library.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include "tests/catch.hpp"
#endif
