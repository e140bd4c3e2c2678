// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/cli/exit.hpp"
#include "common/cli/option_values.hpp"

namespace news {

/// The archive to export.
std::string read_export(const OptionValues& values);

/// `indexer export`: every live article as a line of JSON, as `indexer add` reads it back.
Exit run_export(const std::string& path);

}  // namespace news
