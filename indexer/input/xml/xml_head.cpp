// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_head.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/input/xml/xml_node.hpp"

namespace news {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Where a document type ends that begins at `at`.
std::size_t behind_doctype(std::string_view text, std::size_t at) {
  const auto end = text.find_first_of("[>", at);
  if (end == text.npos || text[end] == '>') return end;
  const auto bracket = text.find("]>", end);
  const auto apart = text.find("\n]", end);  // "]  >" is rare enough to be at a line of its own
  const auto close = std::min(bracket, apart);
  return close == text.npos ? text.npos : text.find('>', close);
}

void read_root(XmlHead& head, std::string_view text, std::size_t at) {
  const auto end = text.find_first_of(" \t\r\n/><", at + 1);
  const auto name = text.substr(at + 1, end == text.npos ? text.npos : end - at - 1);
  const auto colon = name.rfind(':');
  head.root = name.substr(colon + 1);
  head.root_at = at;
  head.root_tag = text.substr(at, text.find('>', at) - at);
  const std::string key =
      colon == name.npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  head.space = attribute_in(head.root_tag, key);
}

/// An encoding is of use when it agrees with the bytes.
void read_declaration(XmlHead& head, std::string_view tag) {
  head.declared = true;
  head.charset = attribute_in(tag, "encoding");
  const auto label = lower_case(head.charset);
  for (const std::string_view wide :
       {"utf-16", "utf16", "utf_16", "utf-32", "utf32", "utf_32", "ucs", "iso-10646", "u16", "u32"})
    if (label.starts_with(wide)) head.charset.clear();
}

}  // namespace

std::string_view attribute_in(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
    if (at == 0 || kWhite.find(tag[at - 1]) == kWhite.npos) continue;
    auto rest = tag.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(kWhite), rest.size()));
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(kWhite), rest.size()));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
    const auto end = rest.find(rest[0], 1);
    return end == rest.npos ? std::string_view() : rest.substr(1, end - 1);
  }
  return {};
}

XmlHead read_xml_head(std::string_view head) {
  XmlHead found;
  found.units = find_units(head);
  const auto mark = mark_length(head);
  const auto bytes = head.substr(mark);
  const auto start = bytes.find_first_not_of(kWhite);
  if (found.units.width == 1 && (start == bytes.npos || bytes[start] != '<')) return found;
  found.text = found.units.width == 1 ? std::string(bytes) : found.units.narrow(bytes);
  const std::string_view text = found.text;
  for (auto at = text.find_first_not_of(kWhite); at != text.npos && text[at] == '<';) {
    const auto rest = text.substr(at);
    std::size_t end = 0;
    if (rest.starts_with("<!--")) {
      end = text.find("-->", at);
    } else if (rest.starts_with("<?")) {
      end = text.find("?>", at);
      if (rest.starts_with("<?xml ")) read_declaration(found, text.substr(at, end - at));
    } else if (lower_case(rest.substr(0, 9)) == "<!doctype") {
      const auto name = text.find_first_not_of(kWhite, at + 9);
      const auto name_end = text.find_first_of(" \t\r\n[>", std::min(name, text.size()));
      if (name_end != text.npos) found.doctype = lower_case(text.substr(name, name_end - name));
      end = behind_doctype(text, at);
    } else {
      if (rest.size() > 1 && is_name_start(rest[1])) read_root(found, text, at);
      break;
    }
    if (end == text.npos) break;
    at = text.find('>', end);
    if (at != text.npos) at = text.find_first_not_of(kWhite, at + 1);
  }
  if (found.units.width > 1) found.charset = found.units.label();
  return found;
}

}  // namespace news
