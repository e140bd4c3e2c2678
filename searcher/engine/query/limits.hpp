// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace news {

inline constexpr std::size_t kMaxQueryBytes = std::size_t{1} << 20;
inline constexpr unsigned kMaxDepth = 200;           ///< of brackets and of operators in each other
inline constexpr std::uint32_t kMaxDistance = 1000;  ///< of NEAR/n, ADJ/n; also ATLEAST/n
inline constexpr std::uint32_t kMaxFirst = 1'000'000;    ///< of first/n:
inline constexpr std::uint32_t kMaxWords = 999'999'999;  ///< of words:>n
inline constexpr std::uint32_t kDefaultNear = 10, kDefaultAdj = 1;

}  // namespace news
