// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/archive/archive.hpp"

namespace news {

/// What an archive is, a line each; as a JSON object (docs/output/info.md).
std::string info_text(const Archive& archive);
std::string info_json(const Archive& archive);

}  // namespace news
