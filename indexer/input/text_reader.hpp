// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/input/path_pattern.hpp"
#include "indexer/input/reader.hpp"

namespace news {

/// Parses a plain text file: its first non-blank line is the title, the rest the text; `facts` are
/// what the file's path says.
std::shared_ptr<const RecordParser> text_parser(PathFacts facts, DayMonthOrder day_month);

}  // namespace news
