// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "indexer/input/format.hpp"
#include "indexer/text/repetition.hpp"

namespace news {

/// Whose articles a file's resemble: what its path says, or the topmost directory below what the
/// user named.
std::string source_of(const FileContext& file);

/// A parser that hands on what `parser` says, but takes boilerplate out of the texts of a file of
/// this format, as file.options asks. `repeated` may be null.
std::shared_ptr<const RecordParser> clean_texts(std::shared_ptr<const RecordParser> parser,
                                                const Format& format, const FileContext& file,
                                                std::shared_ptr<const RepeatedParagraphs> repeated);

}  // namespace news
