// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// The languages in which a query can be written.
enum class Syntax : std::uint8_t { native, factiva, nexis };
inline constexpr std::array<std::string_view, 3> kSyntaxNames = {"native", "factiva", "nexis"};

/// `Factiva` or `Nexis`.
inline std::string service_name(Syntax syntax) {
  return syntax == Syntax::factiva ? "Factiva" : "Nexis";
}

}  // namespace news
