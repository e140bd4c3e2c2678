// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail/mail_text.hpp"

#include <algorithm>
#include <utility>

namespace news {
namespace {

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// "begin 644 name", and the first line as long as its first character says.
std::string_view uuencoded_name(std::string_view line, std::string_view rest) {
  if (!line.starts_with("begin ") || line.size() < 11 || line[9] != ' ') return {};
  if (line.substr(6, 3).find_first_not_of("01234567") != line.npos) return {};
  const auto data = take_line(rest);
  const auto count = data.empty() ? 0 : (static_cast<unsigned char>(data[0]) - 32u) & 63u;
  const std::size_t expected = 1 + (count + 2) / 3 * 4;
  const bool fits = count != 0 && data.size() <= expected + 2 && data.size() + 2 >= expected;
  return fits ? line.substr(10) : std::string_view();
}

}  // namespace

std::string join_flowed(std::string_view text, bool delsp) {
  std::string out;
  out.reserve(text.size());
  std::size_t last_depth = 0;
  bool open = false;  // the line before goes on here
  while (!text.empty()) {
    auto line = take_line(text);
    const auto depth = std::min(line.find_first_not_of('>'), line.size());
    const auto quote = line.substr(0, depth);
    line.remove_prefix(depth);
    if (line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    const bool signature = line == "-- ";
    if (open && (depth != last_depth || signature)) {
      out += '\n';
      open = false;
    }
    if (!open && depth > 0) out.append(quote).append(" ");
    open = line.ends_with(' ') && !signature;
    if (open && delsp) line.remove_suffix(1);
    out += line;
    if (!open) out += '\n';
    last_depth = depth;
  }
  return out;
}

void take_uuencoded(std::string& text, std::vector<std::string>& names) {
  if (text.find("begin ") == text.npos) return;
  std::string out;
  std::string_view rest = text;
  bool inside = false;
  while (!rest.empty()) {
    const auto start = rest.data();
    const auto line = take_line(rest);
    if (inside) {
      inside = line != "end";
      continue;
    }
    const auto name = uuencoded_name(line, rest);
    inside = !name.empty();
    if (inside) {
      names.emplace_back(name);
    } else {
      out.append(start, rest.data());
    }
  }
  text = std::move(out);
}

}  // namespace news
