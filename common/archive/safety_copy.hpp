// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/io/file.hpp"

namespace news {

/// Small files on which all else hangs have a copy beside them, from which `verify --repair`
/// restores them: FILE.copy, a zstd frame with a checksum. O(size).
std::filesystem::path safety_copy_of(const std::filesystem::path& file);

/// Writes and syncs the copy of a file that is complete; replaces one that is there.
FileSum write_safety_copy(const std::filesystem::path& file);

/// What the copy of `file` holds; nothing if it is missing or damaged.
std::optional<std::string> read_safety_copy(const std::filesystem::path& file);

}  // namespace news
