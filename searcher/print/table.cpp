// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/print/table.hpp"

#include "common/cli/terminal.hpp"

namespace news {

TableFormat table_format(std::string_view name) {
  return name == "tsv" ? TableFormat::tsv : TableFormat::csv;
}

std::string table_cell(TableFormat format, std::string_view value) {
  if (format == TableFormat::tsv) return sanitize(value, false);
  std::string safe = sanitize(value, true);
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string table_row(TableFormat format, const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) {
    if (&cell != cells.data()) out += format == TableFormat::tsv ? '\t' : ',';
    out += table_cell(format, cell);
  }
  return out + '\n';
}

std::string with_commas(std::uint64_t n) {
  std::string out = std::to_string(n);
  for (auto at = static_cast<int>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

}  // namespace news
