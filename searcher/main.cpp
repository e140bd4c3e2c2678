// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/app.hpp"
#include "common/cli/command_line.hpp"
#include "searcher/cli/program.hpp"
#include "searcher/cli/run.hpp"

int main(int argc, char** argv) {
  return news::run_app(argc, argv, "searcher", [](const std::vector<std::string>& arguments) {
    return news::read_searcher_line(arguments, news::read_settings(news::searcher_program()))();
  });
}
