// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_charset.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/text/charset.hpp"

namespace news {
namespace {

constexpr std::size_t kHead = 4096;  // browsers look at 1024, pages put it after long comments

bool is_label_char(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

/// The value after `key` and an equals sign, from `at` on.
std::string_view value_behind(std::string_view head, std::string_view key, std::size_t at) {
  const auto begin =
      std::search(head.begin() + static_cast<std::ptrdiff_t>(at), head.end(), key.begin(),
                  key.end(), [](char a, char b) { return lower_case(a) == b; });
  auto i = static_cast<std::size_t>(begin - head.begin()) + key.size();
  if (begin == head.end()) return {};
  while (i < head.size() && is_white(head[i])) ++i;
  if (i >= head.size() || head[i] != '=') return {};
  ++i;
  while (i < head.size() && (is_white(head[i]) || head[i] == '"' || head[i] == '\'')) ++i;
  auto end = i;
  while (end < head.size() && is_label_char(head[end])) ++end;
  return head.substr(i, end - i);
}

}  // namespace

std::string_view charset_in_page(std::string_view bytes) {
  const auto head = bytes.substr(0, kHead);
  if (head.starts_with("<?xml"))
    if (const auto label = value_behind(head.substr(0, head.find('>')), "encoding", 0);
        !label.empty())
      return label;
  for (std::size_t at = 0; (at = head.find('<', at)) != head.npos; ++at) {
    if (!equal_names(head.substr(at, 5), "<meta")) continue;
    const auto tag = head.substr(at, head.find('>', at) - at);
    if (const auto label = value_behind(tag, "charset", 0); !label.empty()) return label;
  }
  return {};
}

std::string decode_page(std::string_view bytes, std::string_view declared) {
  // Text that was not meant as UTF-8 hardly ever is by chance; servers declare their default.
  if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }))
    if (auto text = to_utf8(bytes); text == bytes) return text;
  return to_utf8(bytes, declared.empty() ? charset_in_page(bytes) : declared);
}

}  // namespace news
