// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The block of YAML between lines of "---" that a Markdown file may begin with.
struct FrontMatterBlock {
  std::string_view yaml;
  std::size_t end = 0;  ///< where the text begins
};

/// Nullopt if there is none, or none that ends within 64 KiB.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text);

/// One member of the outer map.
struct FrontMatterField {
  std::string name;
  std::vector<std::string> items;  ///< the value if it is a scalar, or the scalars of a list
  std::string json;                ///< the value whatever it is
};

/// Scalars are taken as written, null is "". What is no YAML is read line by line as "name: value":
/// a title with a colon needs quotes, which writers forget. Throws std::runtime_error on aliases,
/// on deep nesting, and if no line is one.
std::vector<FrontMatterField> read_front_matter(std::string_view yaml);

}  // namespace news
