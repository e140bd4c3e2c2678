// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/print/options.hpp"

namespace news {

/// A cell of CSV by RFC 4180: quoted when it must be, quotes doubled. Like all output without
/// escape characters. Thread-safe.
std::string csv_cell(const std::string& value);
/// A cell between tabs: tabs, line ends and backslashes as \t, \n and \\. Thread-safe.
std::string tsv_cell(const std::string& value);

enum class TableFormat { csv, tsv };

/// That of Format::tsv; csv for all others.
TableFormat table_format(Format format);

/// Cells with what stands between them, and "\n".
std::string table_row(TableFormat format, const std::vector<std::string>& cells);

}  // namespace news
