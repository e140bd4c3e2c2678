// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/splitter.hpp"
#include "indexer/input/xml/text_units.hpp"

namespace news {

/// The elements that are the records of a format.
struct ElementKind {
  std::vector<std::string_view> names;  ///< local names in lower case
  std::string none;                     ///< what to say of a file that has none
};

/// Cuts a file at its outermost elements of these names, byte for byte; what stands between them is
/// no record.
std::unique_ptr<Splitter> split_elements(Window& window, std::size_t most, ElementKind kind,
                                         TextUnits units);

}  // namespace news
