// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/app.hpp"
#include "searcher/cli/commands.hpp"
#include "searcher/cli/program.hpp"

int main(int argc, char** argv) {
  return news::run_app(argc, argv, "searcher", [](const std::vector<std::string>& arguments) {
    return news::run_searcher(
        news::parse_searcher_options(arguments, news::read_settings(news::searcher_program())));
  });
}
