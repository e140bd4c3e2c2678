// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace news {

/// Receives one problem, a line without its end.
using ReportProblem = std::function<void(const std::string&)>;

/// Runs `check` in a process of its own and returns what it reported; what it throws becomes a line
/// that begins with `what`, and so does a crash, since damaged tables can bring down the library
/// that reads them. Nothing else that `check` changes is seen. Call it while no other thread runs.
std::vector<std::string> run_isolated(const std::string& what,
                                      const std::function<void(const ReportProblem&)>& check);

}  // namespace news
