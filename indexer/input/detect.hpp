// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/fields.hpp"

namespace news {

enum class InputFormat { json_lines, json, csv, text };

struct Detected {
  InputFormat format = InputFormat::text;
  std::string wrapper;   ///< json: see find_wrapper_key()
  char delimiter = ',';  ///< csv
};

/// How much of a file detection wants to see.
inline constexpr std::size_t kDetectBytes = 64u << 10;

/// Whether `name` is a value of --format.
bool is_format_name(std::string_view name);

/// Tells the format by the beginning of the file, and by its name only when that says nothing.
/// `asked` is --format and goes first. `head` has no byte order mark.
Detected detect_format(std::string_view asked, std::string_view head, std::string_view name,
                       const FieldMap& fields);

}  // namespace news
