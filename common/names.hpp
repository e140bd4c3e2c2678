// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace news {

/// The value of an enum that is called `name`; nothing if none is. `names`: those of the enum, or
/// of its first values, in their order.
template <typename Enum, std::size_t N>
std::optional<Enum> value_named(const std::array<std::string_view, N>& names,
                                std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return {};
  return static_cast<Enum>(at - names.begin());
}

}  // namespace news
