// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/io/member_stack.hpp"
#include "indexer/input/splitter.hpp"

namespace news {

/// What a reader may know of the file that it opens besides its bytes. References live as long as
/// the input.
struct FileContext {
  const InputOptions& options;
  const FieldMap& fields;
  std::string name;      ///< as in Provenance::file
  std::string relative;  ///< path below what the user named, or within the container
};

/// One format of input: how it is distinguished from others, and how a file of it is read. Adding a
/// format is one such object and one line in formats.cpp.
struct Format {
  std::string_view name;      ///< as in --format and in reports
  std::string_view suffixes;  ///< of file names, blanks between; count when no content tells
  /// Whether a file that begins with `head` (kDetectBytes at most, without byte order mark) is of
  /// this format for certain; asked in the order of the table. May be null.
  bool (*detect)(std::string_view head, const FileContext& file);
  /// `window` is at the beginning of the file, with what detection looked at. Throws StreamError
  /// when the file is of no use.
  FileReader (*open)(Window& window, const FileContext& file);
  /// Its texts are whatever stood on a page, not a field that somebody filled.
  bool plain_text = false;
};

/// The format that claims the suffix of a name, or null.
const Format* format_of_suffix(std::string_view name);

/// How much of a file detection wants to see.
inline constexpr std::size_t kDetectBytes = MemberStack::kHead;

/// The format of that name, or null.
const Format* find_format(std::string_view name);
/// The names of all, for messages: "auto, jsonl, json, …".
std::string format_names();
/// The format that --format asks for, or the first whose detection says so; never fails, since
/// whatever is nothing else is text.
const Format& choose_format(std::string_view head, const FileContext& file);

// The table's rows, each defined with its reader.
extern const Format kJsonLinesFormat, kJsonFormat, kCsvFormat, kTsvFormat, kTextFormat,
    kReutersFormat, kTrecFormat, kMboxFormat, kMarkdownFormat;
extern const Format kFeedFormat, kNewsMlG2Format, kNewsMl1Format, kNitfFormat, kMediaWikiFormat,
    kTeiFormat, kHtmlFormat, kXmlFormat;
extern const Format kWarcFormat, kArcFormat;

/// The last suffix of a name that is not a compression's, lower case, without dot; "" if none.
std::string file_suffix(std::string_view name);

}  // namespace news
