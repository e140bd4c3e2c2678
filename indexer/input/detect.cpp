// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/detect.hpp"

#include <algorithm>
#include <array>

#include "indexer/input/article_builder.hpp"
#include "indexer/input/csv_row.hpp"
#include "indexer/input/json_scanner.hpp"

namespace news {
namespace {

constexpr std::array<std::string_view, 6> kFormats = {"auto", "jsonl", "json",
                                                      "csv",  "tsv",   "text"};

char next_after(std::string_view head, std::size_t at) {
  const auto next = head.find_first_not_of(kJsonBlanks, at);
  return next == head.npos ? '\0' : head[next];
}

/// `head` begins with '{': lines of objects unless the first runs over several lines or only wraps
/// them.
Detected detect_object(std::string_view head, const FieldMap& fields) {
  Detected found{InputFormat::json, find_wrapper_key(head, fields), ','};
  if (!found.wrapper.empty()) return found;
  JsonScanner scanner;
  const auto object = head.substr(0, scanner.feed(head));
  if (object.find('\n') == object.npos) found.format = InputFormat::json_lines;
  return found;
}

std::optional<Detected> detect_json(std::string_view head, const FieldMap& fields) {
  const auto start = head.find_first_not_of(kJsonBlanks);
  if (start == head.npos) return std::nullopt;
  const char after = next_after(head, start + 1);
  if (head[start] == '{' && (after == '"' || after == '}')) {
    return detect_object(head.substr(start), fields);
  }
  if (head[start] == '[' && (after == '{' || after == ']'))
    return Detected{InputFormat::json, {}, ','};
  return std::nullopt;
}

/// Prose and mark-up have commas too, but not one at every few words.
constexpr std::size_t kLongestColumnName = 64;

/// The delimiter that makes a table's header of the first line; nullopt if none does.
std::optional<char> csv_delimiter(std::string_view head, std::string_view delimiters,
                                  const FieldMap& fields) {
  const auto start = head.find_first_not_of(kJsonBlanks);
  if (start == head.npos) return std::nullopt;
  const auto line = head.substr(start, head.find('\n', start) - start);
  for (const char delimiter : delimiters) {
    auto names = csv_fields(line, delimiter);
    const bool known = std::any_of(names.begin(), names.end(), [&](std::string& name) {
      tidy(name);
      return fields.is_content(name);
    });
    const bool short_names = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return name.size() <= kLongestColumnName;
    });
    if (known && short_names && names.size() > 1) return delimiter;
  }
  return std::nullopt;
}

/// What the last suffix says that is not a compression's.
std::string_view format_suffix(std::string_view name) {
  constexpr std::array<std::string_view, 5> kPacked = {"gz", "bz2", "xz", "zst", "lz4"};
  for (;;) {
    const auto dot = name.find_last_of("./!");
    if (dot == name.npos || name[dot] != '.') return {};
    const auto suffix = name.substr(dot + 1);
    if (std::find(kPacked.begin(), kPacked.end(), suffix) == kPacked.end()) return suffix;
    name.remove_suffix(suffix.size() + 1);
  }
}

/// The format a name stands for, be it --format or a file's suffix.
Detected named_format(std::string_view format, std::string_view head, const FieldMap& fields) {
  if (format == "jsonl" || format == "ndjson") return {InputFormat::json_lines, {}, ','};
  if (format == "tsv") return {InputFormat::csv, {}, '\t'};
  if (format == "csv")
    return {InputFormat::csv, {}, csv_delimiter(head, ",;", fields).value_or(',')};
  if (format != "json") return {};
  const auto start = std::min(head.find_first_not_of(kJsonBlanks), head.size());
  const bool object = head.substr(start).starts_with('{');
  return {InputFormat::json, object ? find_wrapper_key(head.substr(start), fields) : "", ','};
}

}  // namespace

bool is_format_name(std::string_view name) {
  return std::find(kFormats.begin(), kFormats.end(), name) != kFormats.end();
}

Detected detect_format(std::string_view asked, std::string_view head, std::string_view name,
                       const FieldMap& fields) {
  if (asked != "auto") return named_format(asked, head, fields);
  if (auto json = detect_json(head, fields)) return *json;
  if (const auto delimiter = csv_delimiter(head, ",\t;", fields)) {
    return {InputFormat::csv, {}, *delimiter};
  }
  return named_format(format_suffix(name), head, fields);
}

}  // namespace news
