// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/app.hpp"
#include "common/cli/command_line.hpp"
#include "indexer/cli/program.hpp"
#include "indexer/cli/run.hpp"

int main(int argc, char** argv) {
  return news::run_app(argc, argv, "indexer", [](const std::vector<std::string>& arguments) {
    return news::read_indexer_line(arguments, news::read_settings(news::indexer_program()))();
  });
}
