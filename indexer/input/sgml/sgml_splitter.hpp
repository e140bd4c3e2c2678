// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/splitter.hpp"

namespace news {

/// The elements called `name` (a literal), whatever stands between them and its case. They do not
/// nest: one without an end tag is rejected where the next begins.
std::unique_ptr<Splitter> split_sgml(Window& window, std::size_t most, std::string_view name);

}  // namespace news
