// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/crawl/header_block.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"

namespace news {
namespace {

constexpr std::size_t kMaxFields = 1000;
constexpr std::size_t kMaxValue = 8u << 10;

/// A token as RFC 9110 has it (5.6.2).
bool is_token(std::string_view name) {
  constexpr std::string_view kSigns = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || kSigns.find(c) != kSigns.npos;
  });
}

void append(std::string& value, std::string_view line) {
  line = trim(line);
  if (!value.empty() && !line.empty()) value += ' ';
  value += line.substr(0, kMaxValue - std::min(value.size(), kMaxValue));
}

}  // namespace

std::string_view HeaderBlock::value(std::string_view name) const {
  for (const auto& field : fields)
    if (equal_names(field.name, name)) return field.value;
  return {};
}

HeaderBlock read_header_block(std::string_view text) {
  HeaderBlock block;
  std::string* open = nullptr;  // the value that the next line may go on with
  while (block.bytes < text.size() && text[block.bytes] != '<') {
    const auto rest = text.substr(block.bytes);
    const auto line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    block.bytes += line.size();
    if (line == "\n" || line == "\r\n") {
      block.complete = true;
      break;
    }
    const auto colon = std::min(line.find(':'), line.size());
    const auto name = trim(line.substr(0, colon));
    if (line[0] == ' ' || line[0] == '\t') {
      if (open) append(*open, line);
    } else if (colon == line.size() || !is_token(name) || block.fields.size() == kMaxFields) {
      open = nullptr;
    } else {
      block.fields.push_back({name, {}});
      open = &block.fields.back().value;
      append(*open, line.substr(colon + 1));
    }
  }
  return block;
}

}  // namespace news
