// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/io/file.hpp"

namespace news {

/// True if the file is there and what its manifest says.
bool is_sound(const std::filesystem::path& path, const FileSum& expected);

/// Restores CURRENT, the manifest, and files that have a copy (safety_copy.hpp), and copies from
/// their files; adds a line for each. The caller holds the writer's lock. Throws
/// Error(ErrorCode::damaged) when no manifest can be found.
void restore_small_files(const std::filesystem::path& archive, std::vector<std::string>& restored);

}  // namespace news
