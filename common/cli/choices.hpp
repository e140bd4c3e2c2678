// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// Lists of names for OptionInfo::choices, made from the tables of enums when the program is
// compiled.

namespace news {

/// Those of `names` that stand for `values`.
template <std::size_t N, typename... Enum>
constexpr auto names_of(const std::array<std::string_view, N>& names, Enum... values) {
  return std::array<std::string_view, sizeof...(values)>{
      names[static_cast<std::size_t>(values)]...};
}

/// The names of two lists, one after the other.
template <std::size_t N, std::size_t M>
constexpr auto append(const std::array<std::string_view, N>& first,
                      const std::array<std::string_view, M>& second) {
  std::array<std::string_view, N + M> out;
  for (std::size_t i = 0; i < N; ++i) out[i] = first[i];
  for (std::size_t i = 0; i < M; ++i) out[N + i] = second[i];
  return out;
}

template <const auto& names>
struct Joined {
  static constexpr std::size_t size() {
    std::size_t out = names.size() - 1;
    for (const auto name : names) out += name.size();
    return out;
  }
  static constexpr auto bytes = [] {
    std::array<char, size()> out{};
    std::size_t at = 0;
    for (const auto name : names) {
      if (at > 0) out[at++] = ',';
      for (const char c : name) out[at++] = c;
    }
    return out;
  }();
};

/// The names, with commas between. `names`: a constexpr array of static storage duration.
template <const auto& names>
inline constexpr std::string_view joined{Joined<names>::bytes.data(), Joined<names>::bytes.size()};

}  // namespace news
