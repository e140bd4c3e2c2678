// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace news {

/// Decodes the character at `at` of any bytes and steps past it; nothing, and a step past the bad
/// bytes, where they are no UTF-8. (decode_utf8 trusts its input; a query is not to be trusted.)
std::optional<char32_t> next_untrusted(std::string_view bytes, std::size_t& at);

}  // namespace news
