// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/mail/mime_part.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"
#include "indexer/text/sgml.hpp"

namespace news {
namespace {

// What reads a header's value afterwards may take time squared, or recurse.
constexpr std::size_t kMaxHeader = 8u << 10;
constexpr std::size_t kMaxHeaders = 1000;

/// The next line with its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  const auto end = text.find('\n', at);
  return text.substr(at, end == text.npos ? end : end + 1 - at);
}

std::string_view without_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

}  // namespace

std::string_view MimePart::header(std::string_view name) const {
  for (const auto& header : headers)
    if (equal_names(header.name, name)) return header.value;
  return {};
}

MimePart read_mime_part(std::string_view bytes) {
  MimePart part;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto line = line_at(bytes, at);
    if (line == "\n" || line == "\r\n") {
      at += line.size();
      break;
    }
    const auto name = header_name(line);
    const bool more = goes_on(line);
    if (!more && name.empty()) break;
    at += line.size();
    if (!more && part.headers.size() < kMaxHeaders) {
      part.headers.push_back({name, std::string(line.substr(name.size() + 1, kMaxHeader))});
    } else if (more && !part.headers.empty()) {
      std::string& value = part.headers.back().value;
      value += line.substr(0, kMaxHeader - std::min(value.size(), kMaxHeader));
    }
  }
  part.body = bytes.substr(at);
  return part;
}

std::vector<std::string_view> split_multipart(std::string_view body, std::string_view boundary,
                                              std::size_t most) {
  std::vector<std::string_view> parts;
  std::size_t start = body.npos;  // of the part that is open
  for (std::size_t at = 0; at < body.size() && parts.size() < most;) {
    const auto line = line_at(body, at);
    const bool mark = line.starts_with("--") && line.substr(2).starts_with(boundary);
    const auto rest = mark ? without_end(line.substr(2 + boundary.size())) : line;
    if (mark && (rest.empty() || rest == "--")) {
      if (start != body.npos) parts.push_back(body.substr(start, at - start));
      start = rest.empty() ? at + line.size() : body.npos;
      if (!rest.empty()) break;
    }
    at += line.size();
  }
  const bool open = start != body.npos && parts.size() < most;
  if (open) parts.push_back(body.substr(start));
  return parts;
}

std::string_view header_name(std::string_view line) {
  const auto name = line.substr(0, line.find(':'));
  const bool printable =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
  return name.size() < line.size() && printable ? name : std::string_view();
}

}  // namespace news
