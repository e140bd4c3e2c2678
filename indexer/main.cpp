// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/app.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/cli/program.hpp"

int main(int argc, char** argv) {
  return news::run_app(argc, argv, "indexer", [](const std::vector<std::string>& arguments) {
    return news::run_indexer(
        news::parse_indexer_options(arguments, news::read_settings(news::indexer_program())));
  });
}
