// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/byline.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {

std::vector<std::string> names_in_byline(std::string_view byline) {
  const std::string line = one_line(byline);
  std::string_view rest = line;
  if (equal_names(rest, "by")) return {};
  if (equal_names(rest.substr(0, 3), "by ")) rest.remove_prefix(3);
  const auto comma = std::min(rest.find(','), rest.size());
  const bool list = rest.find(" and ", comma) != rest.npos;  // "A, B and C": all are names
  std::vector<std::string> names;
  std::string_view separators = list ? ",;" : ";";
  if (!list) rest = rest.substr(0, comma);
  while (!rest.empty()) {
    const auto cut = std::min(rest.find_first_of(separators), rest.size());
    const auto conjunction = std::min({rest.find(" and "), rest.find(" AND "), rest.size()});
    const auto end = std::min(cut, conjunction);
    auto name = one_line(rest.substr(0, end));
    if (!name.empty()) names.push_back(std::move(name));
    rest.remove_prefix(std::min(end + (conjunction < cut ? 5 : 1), rest.size()));
  }
  return names;
}

}  // namespace news
