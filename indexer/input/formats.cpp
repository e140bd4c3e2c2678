// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "indexer/input/format.hpp"

namespace news {
namespace {

// In the order of detection: what can be recognised for certain first, text for all that is left.
constexpr std::array kFormats = {
    &kJsonFormat,     &kJsonLinesFormat, &kWarcFormat,     &kArcFormat,     &kReutersFormat,
    &kTrecFormat,     &kFeedFormat,      &kNewsMlG2Format, &kNewsMl1Format, &kMediaWikiFormat,
    &kTeiFormat,      &kNitfFormat,      &kHtmlFormat,     &kXmlFormat,     &kMboxFormat,
    &kMarkdownFormat, &kCsvFormat,       &kTsvFormat,      &kTextFormat,
};

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return !word.empty();
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

const Format* find_format(std::string_view name) {
  if (name == "ndjson") name = "jsonl";
  for (const Format* format : kFormats)
    if (format->name == name) return format;
  return nullptr;
}

std::string format_names() {
  std::string out = "auto";
  for (const Format* format : kFormats) out.append(", ").append(format->name);
  return out;
}

const Format& choose_format(std::string_view head, const FileContext& file) {
  if (const Format* asked = find_format(file.options.format)) return *asked;
  for (const Format* format : kFormats)
    if (format->detect && format->detect(head, file)) return *format;
  const Format* format = format_of_suffix(file.name);
  return format ? *format : kTextFormat;
}

const Format* format_of_suffix(std::string_view name) {
  const std::string suffix = file_suffix(name);
  for (const Format* format : kFormats)
    if (has_word(format->suffixes, suffix)) return format;
  return nullptr;
}

std::string file_suffix(std::string_view name) {
  constexpr std::array<std::string_view, 5> kPacked = {"gz", "bz2", "xz", "zst", "lz4"};
  for (;;) {
    const auto dot = name.find_last_of("./!");
    if (dot == name.npos || name[dot] != '.') return {};
    std::string suffix(name.substr(dot + 1));
    for (char& c : suffix)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (std::find(kPacked.begin(), kPacked.end(), suffix) == kPacked.end()) return suffix;
    name.remove_suffix(suffix.size() + 1);
  }
}

}  // namespace news
