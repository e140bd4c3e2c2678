// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

enum class TableFormat { csv, tsv };

/// csv or tsv.
TableFormat table_format(std::string_view name);

/// A cell, safe to print. In csv quoted where it must be (RFC 4180), line ends kept; in tsv tabs
/// and line ends are blanks.
std::string table_cell(TableFormat format, std::string_view value);

/// Cells with what stands between them, and "\n".
std::string table_row(TableFormat format, const std::vector<std::string>& cells);

/// A number with a comma at every three digits.
std::string with_commas(std::uint64_t n);

}  // namespace news
