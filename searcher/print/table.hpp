// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A cell of CSV by RFC 4180: quoted when it must be, quotes doubled. Like all output without
/// escape characters. Thread-safe.
std::string csv_cell(const std::string& value);
/// A cell between tabs: tabs, line ends and backslashes as \t, \n and \\. Thread-safe.
std::string tsv_cell(const std::string& value);

enum class TableFormat { csv, tsv };

/// csv or tsv.
TableFormat table_format(std::string_view name);

/// Cells with what stands between them, and "\n".
std::string table_row(TableFormat format, const std::vector<std::string>& cells);

}  // namespace news
